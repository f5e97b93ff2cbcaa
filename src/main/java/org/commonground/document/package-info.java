/** Files of the house: a store with limits, and a printer that makes a PDF of a page. */
package org.commonground.document;

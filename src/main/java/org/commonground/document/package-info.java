/** Files of the house: a store with limits, a printer that makes a PDF of a page, and the papers that rooms bring. */
package org.commonground.document;

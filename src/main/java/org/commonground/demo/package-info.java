/** The demo: two casts and what they have done so far, played through the same services and forms that people use. */
package org.commonground.demo;

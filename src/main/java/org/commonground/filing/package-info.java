/** Files that people bring to a partnership or to the registry: looked at, hashed, versioned, and seen by whom it was said before. */
package org.commonground.filing;

/** What people keep and find again of their own: drafts, answers they sent; with the pages where they read them. */
package org.commonground.home;

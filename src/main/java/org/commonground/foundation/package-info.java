/** Words that every room speaks: ids, roles, refusals, facts. Knows neither Spring nor the engine. */
package org.commonground.foundation;

/** What the driver does where Salesforce sets a limit: the answer is the one that there would be without it. */
package org.soqljdbc.conformance.limits;

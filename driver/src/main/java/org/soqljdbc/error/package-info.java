/** The one vocabulary of failure: SQLStates, their exception classes, and what Salesforce's error codes mean. */
package org.soqljdbc.error;

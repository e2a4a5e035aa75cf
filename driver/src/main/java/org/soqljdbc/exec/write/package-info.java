/**
 * Runs statements that write: INSERT, UPDATE, UPSERT, DELETE and MERGE become calls of {@code api.write}. Imports the floors
 * below {@code exec}; never reads a user's text and never repeats a request itself.
 */
package org.soqljdbc.exec.write;

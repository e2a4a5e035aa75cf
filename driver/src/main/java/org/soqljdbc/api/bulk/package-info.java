/** Jobs of Bulk API 2.0, and CSV as they speak it. Imports {@code api.call}, {@code api.write} and what is below; never decides which road a statement takes. */
package org.soqljdbc.api.bulk;

package org.soqljdbc.exec.write;

import org.soqljdbc.api.write.WriteRecord;

/** A row of a batch. @param entry the batch entry it belongs to, from 0 */
record GatheredRow(int entry, WriteRecord record) {}

package org.soqljdbc.exec.write;

import org.soqljdbc.bind.write.WriteOperation;
import org.soqljdbc.exec.write.chunk.Records;

/** What one run of a statement is to do. */
record Job(WriteOperation operation, Records records) {}

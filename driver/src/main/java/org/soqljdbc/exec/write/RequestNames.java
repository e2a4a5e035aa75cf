package org.soqljdbc.exec.write;

import org.soqljdbc.bind.write.WriteOperation;

/** Says which request writes some rows, for EXPLAIN. */
final class RequestNames {

    private RequestNames() {}

    static String of(WriteOperation operation, int rows) {
        String object = operation.object().name();
        if (rows == 1) {
            return switch (operation.verb()) {
                case INSERT -> "POST /sobjects/" + object;
                case UPDATE -> "PATCH /sobjects/" + object + "/{Id}";
                case UPSERT ->
                    "PATCH /sobjects/" + object + "/" + operation.key().orElseThrow() + "/{value}";
                case DELETE -> "DELETE /sobjects/" + object + "/{Id}";
            };
        }
        String collection = switch (operation.verb()) {
            case INSERT -> "POST /composite/sobjects";
            case UPDATE -> "PATCH /composite/sobjects";
            case UPSERT ->
                "PATCH /composite/sobjects/" + object + "/" + operation.key().orElseThrow();
            case DELETE -> "DELETE /composite/sobjects";
        };
        return collection + " with " + rows + " rows of " + object;
    }
}

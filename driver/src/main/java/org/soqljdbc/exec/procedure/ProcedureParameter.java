package org.soqljdbc.exec.procedure;

import org.soqljdbc.types.SfType;

/**
 * One parameter of a procedure.
 *
 * @param name as REST's own documentation calls it; named setters ignore its case
 * @param out whether the procedure gives it instead of taking it; it may be left out at the end of a call
 * @param required whether it must be there; one that need not be may be null, or left out at the end of a call
 * @param remarks one sentence without a full stop
 */
public record ProcedureParameter(String name, boolean out, boolean required, SfType type, String remarks) {

    static ProcedureParameter in(String name, SfType type, String remarks) {
        return new ProcedureParameter(name, false, true, type, remarks);
    }

    static ProcedureParameter optional(String name, SfType type, String remarks) {
        return new ProcedureParameter(name, false, false, type, remarks);
    }

    static ProcedureParameter out(String name, SfType type, String remarks) {
        return new ProcedureParameter(name, true, false, type, remarks);
    }
}

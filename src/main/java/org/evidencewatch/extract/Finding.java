package org.evidencewatch.extract;

/** A state that a rule gives a page, and why. */
record Finding(PageState state, StateReason reason) {

    static Finding of(PageState state, String code, String detail) {
        return new Finding(state, new StateReason(code, detail));
    }
}

package dev.qingdan.console.platform;

/** What a member of staff may do; a person may have several. */
public enum Role {
    VIEWER,
    CLERK,
    MANAGER,
    OPERATOR;

    public String authority() {
        return "ROLE_" + name();
    }
}

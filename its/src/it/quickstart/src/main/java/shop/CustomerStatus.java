package shop;

public enum CustomerStatus {
    NEW,
    ACTIVE,
    BLOCKED
}

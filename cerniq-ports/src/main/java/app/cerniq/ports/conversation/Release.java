package app.cerniq.ports.conversation;

/** What happens to a text that was examined. Source: source document 003. */
public enum Release {
    SEND,
    QUEUE,
    BLOCK
}

package org.esppadom;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Writes a document of messages of one kind, message by message. One thread at a time. To be closed. */
public final class MessageWriter implements AutoCloseable {
  private final Session session;
  private final OutputStream to;

  MessageWriter(OutputStream to, WriteRequest request) {
    this.to = Objects.requireNonNull(to, "to");
    session = Operations.openWriter(request);
  }

  /** Writes one message. */
  public void write(Message message) {
    MessageBatch batch = new MessageBatch(List.of(Esppadom.item(message)), false);
    put(Operations.writeOn(session, batch));
  }

  /** Ends the document; nothing can be written afterwards. The stream stays open. */
  public void finish() {
    put(Operations.finishWriting(session, new FinishRequest(Optional.empty())));
  }

  /** The same with what stood after the last message of the document that was read. */
  public void finish(DocumentFrame complete) {
    put(Operations.finishWriting(session, new FinishRequest(Optional.of(complete))));
  }

  private void put(Chunk chunk) {
    try {
      to.write(chunk.content().shared());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Releases the writer; a document that was not finished stays incomplete. */
  @Override
  public void close() {
    session.close();
  }
}

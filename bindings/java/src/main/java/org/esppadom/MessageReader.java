package org.esppadom;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a document, XML or JSON, message by message: memory does not depend on its size. One thread at a time; others
 * wait. To be closed; a program that forgets it loses nothing but time.
 */
public final class MessageReader implements AutoCloseable {
  private static final int BATCH = 64;

  private final Session session;
  private Iterator<MessageItem> batch = List.<MessageItem>of().iterator();
  private boolean end;

  MessageReader(ReadRequest request) {
    session = Operations.openReader(request);
  }

  /** The next message that could be read, of whatever kind; none at the end. */
  public synchronized Optional<Message> next() {
    while (!batch.hasNext()) {
      if (end) return Optional.empty();
      MessageBatch more = Operations.readOn(session, new NextRequest(BATCH));
      batch = more.messages().iterator();
      end = more.end();
    }
    return Optional.of(Esppadom.message(batch.next()));
  }

  /** All messages that follow. Closing the stream closes the reader; what its steps throw goes to who runs it. */
  public Stream<Message> stream() {
    return Steps.stream(this::next, this::close);
  }

  /** What was found so far that is wrong in the document, in order of place; complete at the end. */
  public List<FindingRow> findings() {
    return state().findings();
  }

  /** Findings that were only counted, because there were too many. */
  public List<DroppedRow> dropped() {
    return state().dropped();
  }

  /** False when the document could not be read as messages at all. Known after the first call of {@link #next}. */
  public boolean readable() {
    return state().readable();
  }

  /** What surrounds the messages, for a writer that is to write the document as it was; complete at the end. */
  public DocumentFrame frame() {
    return state().frame();
  }

  private ReaderState state() {
    return Operations.readerNow(session, new StateRequest());
  }

  @Override
  public void close() {
    session.close();
  }
}

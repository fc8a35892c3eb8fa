import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.esppadom.Delivery;
import org.esppadom.Esppadom;

/**
 * Reading a DELIVERY file to records against what a Java program would write by hand: StAX and a record of the fields that
 * billing needs. Processor time of one thread; the sums of both must agree.
 *
 * <pre>java -cp esppadom.jar ReadingBench.java SAMPLE.xml [MEGABYTES]</pre>
 */
public final class ReadingBench {
  private record Visit(String id, LocalDateTime issued, String beneficiary, String provider, String code,
      LocalDateTime start, LocalDateTime end, LocalDateTime arrival, LocalDateTime departure, BigDecimal quantity,
      String line, String service) {}

  private static String attributeless(XMLStreamReader in) throws XMLStreamException {
    return in.getElementText().strip();
  }

  private static Visit visit(XMLStreamReader in) throws XMLStreamException {
    String id = "";
    String beneficiary = "";
    String provider = "";
    String code = "";
    String line = "";
    String service = "";
    LocalDateTime issued = null;
    LocalDateTime start = null;
    LocalDateTime end = null;
    LocalDateTime arrival = null;
    LocalDateTime departure = null;
    BigDecimal quantity = BigDecimal.ZERO;
    boolean leaving = false;
    Deque<String> at = new ArrayDeque<>();
    at.push("CrossIndustryDespatchAdvice");
    while (!at.isEmpty()) {
      int event = in.next();
      if (event == XMLStreamConstants.END_ELEMENT) at.pop();
      if (event != XMLStreamConstants.START_ELEMENT) continue;
      String name = in.getLocalName();
      String parent = at.peek();
      switch (parent + "/" + name) {
        case "CIDDHExchangedDocument/ID" -> id = attributeless(in);
        case "CIDDHExchangedDocument/IssueDateTime" -> issued = LocalDateTime.parse(attributeless(in));
        case "ShipToCITradeParty/ID" -> beneficiary = attributeless(in);
        case "ShipFromCITradeParty/ID" -> provider = attributeless(in);
        case "ActualDespatchCISupplyChainEvent/TypeCode" -> code = attributeless(in);
        case "OccurrenceCISpecifiedPeriod/StartDateTime" -> start = LocalDateTime.parse(attributeless(in));
        case "OccurrenceCISpecifiedPeriod/EndDateTime" -> end = LocalDateTime.parse(attributeless(in));
        case "EffectiveCISpecifiedPeriod/StartDateTime", "EffectiveCISpecifiedPeriod/EndDateTime" -> {
          leaving = name.equals("EndDateTime");
          at.push(name);
        }
        case "StartDateTime/CertifiedDateTime", "EndDateTime/CertifiedDateTime" -> {
          LocalDateTime time = LocalDateTime.parse(attributeless(in));
          if (leaving) {
            departure = time;
          } else {
            arrival = time;
          }
        }
        case "SpecifiedCIDDLSupplyChainTradeDelivery/BilledQuantity" -> quantity = new BigDecimal(attributeless(in));
        case "AssociatedCIDDLDocumentLineDocument/OrderLineID" -> line = attributeless(in);
        case "SpecifiedCITradeProduct/ID" -> service = attributeless(in);
        default -> at.push(name);
      }
    }
    return new Visit(id, issued, beneficiary, provider, code, start, end, arrival, departure, quantity, line, service);
  }

  private static long withStax(Path file) {
    long sum = 0;
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      XMLInputFactory factory = XMLInputFactory.newInstance();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_COALESCING, true);
      XMLStreamReader in = factory.createXMLStreamReader(bytes);
      while (in.hasNext()) {
        boolean message = in.next() == XMLStreamConstants.START_ELEMENT
            && in.getLocalName().equals("CrossIndustryDespatchAdvice");
        if (message) sum += minutes(visit(in).quantity());
      }
      return sum;
    } catch (IOException | XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long withEsppadom(Path file) {
    try (Stream<Delivery> all = Esppadom.deliveries(file)) {
      return all.mapToLong(one -> minutes(one.lines().get(0).billedQuantity().value())).sum();
    }
  }

  private static long minutes(BigDecimal hours) {
    return hours.movePointRight(4).longValue();
  }

  private static long cpuOf(ToLongFunction<Path> read, Path file, long[] sum) {
    long before = ManagementFactory.getThreadMXBean() == null ? 0 : threadTime();
    sum[0] = read.applyAsLong(file);
    return threadTime() - before;
  }

  private static long threadTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** See the class. */
  public static void main(String[] arguments) throws IOException {
    String sample = Files.readString(Path.of(arguments[0]));
    String tag = "CrossIndustryDespatchAdvice>";
    int from = sample.indexOf("<ns:" + tag);
    int to = sample.lastIndexOf("</ns:" + tag) + tag.length() + 5;
    byte[] messages = sample.substring(from, to).getBytes(StandardCharsets.UTF_8);
    int times = (int) (Long.parseLong(arguments.length > 1 ? arguments[1] : "32") * (1 << 20) / messages.length);
    Path file = Files.createTempFile("reading", ".xml");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(sample.substring(0, from).getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < times; ++i) out.write(messages);
      out.write(sample.substring(to).getBytes(StandardCharsets.UTF_8));
    }
    try {
      long[] theirs = {0};
      long[] ours = {0};
      double[] ratios = new double[5];
      double[] rates = new double[5];
      for (int round = -2; round < 5; ++round) {  // two to warm up
        long stax = cpuOf(ReadingBench::withStax, file, theirs);
        long own = cpuOf(ReadingBench::withEsppadom, file, ours);
        if (theirs[0] != ours[0]) throw new IllegalStateException(theirs[0] + " is not " + ours[0]);
        if (round < 0) continue;
        ratios[round] = (double) stax / own;
        rates[round] = 72.0 * times / own * 1e9;
      }
      Arrays.sort(ratios);
      Arrays.sort(rates);
      System.out.printf(Locale.ROOT, "reading to records: %.1f times StAX and records (all fields, checked, against 12 "
          + "fields); %.0f messages/s; wrong sums 0%n", ratios[2], rates[2]);
    } finally {
      Files.delete(file);
    }
  }
}

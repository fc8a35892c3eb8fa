import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.esppadom.Code;
import org.esppadom.Delivery;
import org.esppadom.DeliveryContract;
import org.esppadom.DeliveryLine;
import org.esppadom.DeliveryOrderRef;
import org.esppadom.Esppadom;
import org.esppadom.Extras;
import org.esppadom.Identifier;
import org.esppadom.InstantPeriod;
import org.esppadom.Measure;
import org.esppadom.Party;
import org.esppadom.PartyAddress;
import org.esppadom.PartyContact;
import org.esppadom.Service;
import org.esppadom.Stamp;
import org.esppadom.StampPair;

/**
 * Reading a DELIVERY file to records against what a Java program would write by hand: StAX and the same records, every
 * field of them, without any check. Processor time of one thread; all records must be equal.
 *
 * <pre>java -cp esppadom.jar ReadingBench.java DELIVERIES.xml TIMES</pre>
 */
public final class ReadingBench {
  /** What a Java program would write by hand for the records of {@link Delivery}: one method for each element with parts. */
  private static final class ByHand {
    private final XMLStreamReader in;

    ByHand(XMLStreamReader in) {
      this.in = in;
    }

    private interface Child {
      void read(String name) throws XMLStreamException;
    }

    // Every child element of the present one; one that is not used is passed over.
    private void children(Child each) throws XMLStreamException {
      while (in.nextTag() == XMLStreamConstants.START_ELEMENT) each.read(in.getLocalName());
    }

    private void pass() throws XMLStreamException {
      children(name -> pass());
    }

    private String text() throws XMLStreamException {
      return in.getElementText().strip();
    }

    private LocalDateTime time() throws XMLStreamException {
      return LocalDateTime.parse(text());
    }

    private String attribute(String name) {
      String value = in.getAttributeValue(null, name);
      return value == null ? "" : value;
    }

    private Code code() throws XMLStreamException {
      String list = attribute("listID");
      String agency = attribute("listAgencyName");
      return new Code(text(), list, agency);
    }

    private Identifier identifier() throws XMLStreamException {
      String scheme = attribute("schemeID");
      String agency = attribute("schemeAgencyName");
      return new Identifier(text(), scheme, agency);
    }

    private PartyContact contact() throws XMLStreamException {
      Identifier[] id = {null};
      String[] person = {null};
      Code[] kind = {null};
      children(name -> {
        switch (name) {
          case "ID" -> id[0] = identifier();
          case "PersonName" -> person[0] = text();
          case "TypeCode" -> kind[0] = code();
          default -> pass();
        }
      });
      return new PartyContact(Optional.ofNullable(id[0]), Optional.ofNullable(person[0]), Optional.ofNullable(kind[0]),
          Extras.NONE);
    }

    private PartyAddress address() throws XMLStreamException {
      String[] parts = new String[3];
      Code[] country = {null};
      children(name -> {
        switch (name) {
          case "LineOne" -> parts[0] = text();
          case "PostcodeCode" -> parts[1] = text();
          case "CityName" -> parts[2] = text();
          case "CountryID" -> country[0] = code();
          default -> pass();
        }
      });
      return new PartyAddress(Optional.ofNullable(parts[0]), Optional.ofNullable(parts[1]), Optional.ofNullable(parts[2]),
          Optional.ofNullable(country[0]), Extras.NONE);
    }

    private Party party() throws XMLStreamException {
      List<Identifier> ids = new ArrayList<>();
      List<PartyContact> contacts = new ArrayList<>();
      String[] texts = new String[4];
      LocalDate[] birth = {null};
      PartyAddress[] address = {null};
      children(name -> {
        switch (name) {
          case "ID" -> ids.add(identifier());
          case "Name" -> texts[0] = text();
          case "FirstName" -> texts[1] = text();
          case "LastName" -> texts[2] = text();
          case "BirthDate" -> birth[0] = time().toLocalDate();
          case "SIRET" -> texts[3] = text();
          case "DefinedCITradeContact" -> contacts.add(contact());
          case "PostalCITradeAddress" -> address[0] = address();
          default -> pass();
        }
      });
      return new Party(ids, Optional.ofNullable(texts[0]), Optional.ofNullable(texts[1]), Optional.ofNullable(texts[2]),
          Optional.ofNullable(birth[0]), Optional.ofNullable(texts[3]), contacts, Optional.ofNullable(address[0]),
          Optional.empty(), Optional.empty(), Extras.NONE);
    }

    private DeliveryOrderRef orderRef() throws XMLStreamException {
      String[] id = {null};
      Party[] issuer = {null};
      children(name -> {
        switch (name) {
          case "IssuerAssignedID" -> id[0] = text();
          case "IssuerCITradeParty" -> issuer[0] = party();
          default -> pass();
        }
      });
      return new DeliveryOrderRef(Optional.ofNullable(id[0]), Optional.ofNullable(issuer[0]), Extras.NONE);
    }

    private DeliveryContract contract() throws XMLStreamException {
      Identifier[] id = {null};
      children(name -> id[0] = identifier());
      return new DeliveryContract(Optional.ofNullable(id[0]), Extras.NONE);
    }

    private InstantPeriod period() throws XMLStreamException {
      LocalDateTime[] ends = new LocalDateTime[2];
      children(name -> ends[name.equals("StartDateTime") ? 0 : 1] = time());
      return new InstantPeriod(Optional.ofNullable(ends[0]), Optional.ofNullable(ends[1]), Extras.NONE);
    }

    private Stamp stamp() throws XMLStreamException {
      LocalDateTime[] certified = {null};
      Code[] methods = new Code[2];
      children(name -> {
        switch (name) {
          case "CertifiedDateTime" -> certified[0] = time();
          case "CustomerIdentificationMethod" -> methods[0] = code();
          case "SupplierIdentificationMethod" -> methods[1] = code();
          default -> pass();
        }
      });
      return new Stamp(certified[0], Optional.ofNullable(methods[0]), Optional.ofNullable(methods[1]), Extras.NONE);
    }

    private StampPair stamps() throws XMLStreamException {
      Stamp[] pair = new Stamp[2];
      children(period -> children(name -> pair[name.equals("StartDateTime") ? 0 : 1] = stamp()));
      return new StampPair(Optional.ofNullable(pair[0]), Optional.ofNullable(pair[1]), Extras.NONE);
    }

    private Service service() throws XMLStreamException {
      List<Code> codes = new ArrayList<>();
      String[] label = {null};
      children(name -> {
        switch (name) {
          case "ID" -> codes.add(code());
          case "Name" -> label[0] = text();
          default -> pass();
        }
      });
      return new Service(codes, Optional.ofNullable(label[0]), Extras.NONE);
    }

    private DeliveryLine line() throws XMLStreamException {
      String[] ids = new String[2];
      Measure[] quantity = {null};
      Code[] mode = {null};
      Service[] service = {null};
      children(part -> {
        if (part.equals("SpecifiedCITradeProduct")) {
          service[0] = service();
          return;
        }
        children(name -> {
          switch (name) {
            case "LineID" -> ids[0] = text();
            case "OrderLineID" -> ids[1] = text();
            case "BilledQuantity" -> {
              String unit = attribute("unitCode");
              quantity[0] = new Measure(new BigDecimal(text()), unit);
            }
            case "CadreIntervention" -> mode[0] = code();
            default -> pass();
          }
        });
      });
      return new DeliveryLine(ids[0], Optional.ofNullable(ids[1]), quantity[0], Optional.ofNullable(mode[0]), service[0],
          Extras.NONE);
    }

    Delivery delivery() throws XMLStreamException {
      String[] ids = new String[3];
      LocalDateTime[] issued = {null};
      List<DeliveryOrderRef> refs = new ArrayList<>();
      DeliveryContract[] contract = {null};
      Party[] parties = new Party[2];
      Code[] correction = {null};
      InstantPeriod[] periods = new InstantPeriod[2];
      StampPair[] stamps = {null};
      List<DeliveryLine> lines = new ArrayList<>();
      Child event = name -> {
        switch (name) {
          case "TypeCode" -> correction[0] = code();
          case "OccurrenceCISpecifiedPeriod" -> periods[0] = period();
          default -> pass();
        }
      };
      Child delivered = name -> {
        switch (name) {
          case "ShipToCITradeParty" -> parties[0] = party();
          case "ShipFromCITradeParty" -> parties[1] = party();
          case "ActualDespatchCISupplyChainEvent" -> children(event);
          case "PlannedDeliveryCISupplyChainEvent" -> children(inner -> periods[1] = period());
          case "AdditionalReferencedCIReferencedDocument" -> stamps[0] = stamps();
          default -> pass();
        }
      };
      children(part -> {
        switch (part) {
          case "CIDDHExchangedDocumentContext" ->
            children(name -> ids[name.equals("VersionID") ? 0 : 1] = text());
          case "CIDDHExchangedDocument" -> children(name -> {
            if (name.equals("ID")) {
              ids[2] = text();
            } else {
              issued[0] = time();
            }
          });
          case "CIDDHSupplyChainTradeTransaction" -> children(side -> {
            switch (side) {
              case "ApplicableCIDDHSupplyChainTradeAgreement" -> children(name -> {
                if (name.equals("BuyerOrderReferencedCIReferencedDocument")) {
                  refs.add(orderRef());
                } else {
                  contract[0] = contract();
                }
              });
              case "ApplicableCIDDHSupplyChainTradeDelivery" -> children(delivered);
              case "IncludedCIDDLSupplyChainTradeLineItem" -> lines.add(line());
              default -> pass();
            }
          });
          default -> pass();
        }
      });
      return new Delivery(ids[0], ids[1], ids[2], issued[0], refs, Optional.ofNullable(contract[0]), parties[0],
          parties[1], Optional.ofNullable(correction[0]), periods[0], Optional.ofNullable(periods[1]),
          Optional.ofNullable(stamps[0]), lines, Extras.NONE);
    }
  }

  private static long withStax(Path file, Consumer<Delivery> each) {
    long count = 0;
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      XMLInputFactory factory = XMLInputFactory.newInstance();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_COALESCING, true);
      XMLStreamReader in = factory.createXMLStreamReader(bytes);
      ByHand reader = new ByHand(in);
      while (in.hasNext()) {
        boolean message = in.next() == XMLStreamConstants.START_ELEMENT
            && in.getLocalName().equals("CrossIndustryDespatchAdvice");
        if (!message) continue;
        each.accept(reader.delivery());
        ++count;
      }
      return count;
    } catch (IOException | XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long withEsppadom(Path file, Consumer<Delivery> each) {
    try (Stream<Delivery> all = Esppadom.deliveries(file)) {
      return all.peek(each).count();
    }
  }

  // Something of each, for what is read to be used.
  private static final class Fields implements Consumer<Delivery> {
    private long hash;

    @Override
    public void accept(Delivery one) {
      hash = 31 * hash + one.lines().get(0).billedQuantity().hashCode();
    }
  }

  private static List<String> all(boolean byHand, Path file) {
    List<String> out = new ArrayList<>();
    Consumer<Delivery> take = one -> out.add(one.toString());
    if (byHand) {
      withStax(file, take);
    } else {
      withEsppadom(file, take);
    }
    return out;
  }

  private static long nanosecondsOf(boolean byHand, Path file, Fields fields) {
    long before = threadTime();
    if (byHand) {
      withStax(file, fields);
    } else {
      withEsppadom(file, fields);
    }
    return threadTime() - before;
  }

  private static long threadTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** See the class. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    int times = Integer.parseInt(arguments[1]);
    List<String> ours = all(false, file);
    if (!ours.equals(all(true, file))) throw new IllegalStateException("the records are not the same");
    double[] ratios = new double[times];
    double[] rates = new double[times];
    for (int round = -2; round < times; ++round) {  // two to warm up
      long byHand = nanosecondsOf(true, file, new Fields());
      long own = nanosecondsOf(false, file, new Fields());
      if (round < 0) continue;
      ratios[round] = (double) byHand / own;
      rates[round] = 1e9 * ours.size() / own;
    }
    Arrays.sort(ratios);
    Arrays.sort(rates);
    System.out.printf(Locale.ROOT, "{\"ratio\": %.3f, \"messages per second\": %.0f}%n", ratios[times / 2],
        rates[times / 2]);
  }
}

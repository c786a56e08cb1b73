package dev.albedo.processor.hibernate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What {@code META-INF/persistence.xml} says of the model, if there is one; and {@code META-INF/orm.xml}. */
final class PersistenceUnit {

    private static final String FILE = "META-INF/persistence.xml";
    private static final String ORM = "META-INF/orm.xml";

    private final @Nullable Element unit;
    private final boolean hasOrm;

    private PersistenceUnit(@Nullable Element unit, boolean hasOrm) {
        this.unit = unit;
        this.hasOrm = hasOrm;
    }

    /**
     * Finds the unit of this name, or the only one.
     *
     * @throws ModelException if there is none of this name, or if there are several and no name
     */
    static PersistenceUnit find(ClassLoader loader, @Nullable String name) throws IOException {
        boolean hasOrm = loader.getResource(ORM) != null;
        List<Element> units;
        try (InputStream file = loader.getResourceAsStream(FILE)) {
            if (file == null) {
                return new PersistenceUnit(null, hasOrm);
            }
            units = elements(parse(file), "persistence-unit");
        }
        List<String> names =
                units.stream().map(unit -> unit.getAttribute("name")).toList();
        if (name != null) {
            if (!names.contains(name)) {
                throw problem("persistence.xml has no unit " + name + ", but " + String.join(", ", names)
                        + "; say one of these in the configuration of the plugin: <persistenceUnit>");
            }
            return new PersistenceUnit(units.get(names.indexOf(name)), hasOrm);
        }
        if (units.size() > 1) {
            throw problem("persistence.xml has several units, " + String.join(", ", names)
                    + "; say which one is meant in the configuration of the plugin: <persistenceUnit>");
        }
        return new PersistenceUnit(units.isEmpty() ? null : units.get(0), hasOrm);
    }

    /** The names of the units that a class output itself declares, in their order. */
    static List<String> names(Path classOutput) throws IOException {
        Path declared = classOutput.resolve(FILE);
        if (!Files.isRegularFile(declared)) {
            return List.of();
        }
        try (InputStream file = Files.newInputStream(declared)) {
            return elements(parse(file), "persistence-unit").stream()
                    .map(unit -> unit.getAttribute("name"))
                    .toList();
        }
    }

    /** The classes that belong to this unit, of those that were found and those that it names. */
    Set<String> select(Set<String> found) {
        if (unit == null) {
            return found;
        }
        List<String> named = texts("class");
        List<String> excluding = texts("exclude-unlisted-classes");
        boolean onlyNamed = !excluding.isEmpty() && !excluding.get(0).equalsIgnoreCase("false");
        Set<String> selected = new LinkedHashSet<>(onlyNamed ? Set.of() : found);
        selected.addAll(named);
        if (onlyNamed) {
            // Superclasses, embeddables and converters are found through the entities; packages nobody lists.
            found.stream().filter(name -> name.endsWith(".package-info")).forEach(selected::add);
        }
        return selected;
    }

    /** Resource names of mapping files, {@code META-INF/orm.xml} first. */
    List<String> mappingFiles() {
        Set<String> files = new LinkedHashSet<>();
        if (hasOrm) {
            files.add(ORM);
        }
        files.addAll(texts("mapping-file"));
        return List.copyOf(files);
    }

    SortedMap<String, String> settings() {
        if (unit == null) {
            return Collections.emptySortedMap();
        }
        TreeMap<String, String> settings = new TreeMap<>();
        for (Element property : elements(unit, "property")) {
            settings.put(property.getAttribute("name"), property.getAttribute("value"));
        }
        List<String> validation = texts("validation-mode");
        if (!validation.isEmpty()) {
            settings.put("jakarta.persistence.validation.mode", validation.get(0));
        }
        return settings;
    }

    private List<String> texts(String tag) {
        return unit == null
                ? List.of()
                : elements(unit, tag).stream()
                        .map(element -> element.getTextContent().strip())
                        .toList();
    }

    private static List<Element> elements(Element parent, String tag) {
        NodeList nodes = parent.getElementsByTagNameNS("*", tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Element parse(InputStream file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file).getDocumentElement();
        } catch (SAXException | ParserConfigurationException e) {
            throw problem("persistence.xml cannot be read: " + e.getMessage());
        }
    }

    private static ModelException problem(String message) {
        return new ModelException(List.of(new ModelBinding.Problem(null, null, message)));
    }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Xml;
using System.Xml.Linq;

namespace HeiChartViewer.Web.Chart.Documents;

/// <summary>
/// Writes the words of a clinical document (HL7 CDA) as HTML: whom it names, its sections, their text, lists and
/// tables. The codes beside the words are not shown, and it says so.
/// </summary>
internal sealed class ClinicalDocument
{
    private const int Deepest = 100;
    private static readonly XNamespace Hl7 = "urn:hl7-org:v3";

    /// <summary>What stands for an element of the narrative; any other gives way to what is in it.</summary>
    private static readonly IReadOnlyDictionary<string, string> Elements = new Dictionary<
        string,
        string
    >
    {
        ["paragraph"] = "p",
        ["item"] = "li",
        ["table"] = "table",
        ["thead"] = "thead",
        ["tbody"] = "tbody",
        ["tfoot"] = "tfoot",
        ["tr"] = "tr",
        ["th"] = "th",
        ["td"] = "td",
        ["sub"] = "sub",
        ["sup"] = "sup",
        ["footnote"] = "small",
    };

    private static readonly IReadOnlyDictionary<string, string> Styles = new Dictionary<
        string,
        string
    >(StringComparer.OrdinalIgnoreCase)
    {
        ["bold"] = "strong",
        ["italics"] = "em",
        ["underline"] = "u",
        ["emphasis"] = "em",
    };

    private readonly StringBuilder _html = new();

    private ClinicalDocument() { }

    /// <summary>Writes a document; null for XML that is none, or that nothing should read.</summary>
    public static string? ToHtml(string xml)
    {
        if (Parse(xml)?.Root is not { } root || root.Name != Hl7 + "ClinicalDocument")
            return null;
        var writer = new ClinicalDocument();
        writer.WriteDocument(root);
        return writer._html.ToString();
    }

    /// <summary>No document type, no entities, nothing from elsewhere.</summary>
    private static XDocument? Parse(string xml)
    {
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(xml),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
            );
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private void WriteDocument(XElement root)
    {
        Element("h1", root.Element(Hl7 + "title")?.Value ?? Say("Document without a title"));
        Element("p", $"{PatientOf(root)} {Written(root)}");
        var body = root.Element(Hl7 + "component");
        if (body?.Element(Hl7 + "structuredBody") is { } structured)
            WriteSections(structured, level: 2);
        else if (body?.Element(Hl7 + "nonXMLBody")?.Element(Hl7 + "text") is { } other)
            Element("p", Elsewhere(other.Attribute("mediaType")?.Value));
        else
            Element("p", Say("The document has no body."));
        Element(
            "p",
            Say("Shown are the words of the sections. Codes that stand beside the words are not.")
        );
    }

    private void WriteSections(XElement parent, int level)
    {
        foreach (var section in parent.Elements(Hl7 + "component").Elements(Hl7 + "section"))
            WriteSection(section, level);
    }

    private void WriteSection(XElement section, int level)
    {
        if (level > Deepest)
            return;
        Element(
            $"h{Math.Min(level, 6)}",
            section.Element(Hl7 + "title")?.Value ?? Say("Section without a title")
        );
        if (section.Element(Hl7 + "text") is { } text)
            WriteNarrative(text, depth: 0);
        else if (section.Elements(Hl7 + "entry").Count() is > 0 and var entries)
            Element(
                "p",
                Counted(
                    entries,
                    "This section has no words, but {0} coded entry, which is not shown.",
                    "This section has no words, but {0} coded entries, which are not shown."
                )
            );
        else if (section.Attribute("nullFlavor") is not null)
            Element("p", Say("The source has no information here."));
        WriteSections(section, level + 1);
    }

    private void WriteNarrative(XElement element, int depth)
    {
        if (depth > Deepest)
        {
            Text(element.Value);
            return;
        }
        foreach (var node in element.Nodes())
            switch (node)
            {
                case XText text:
                    Text(text.Value);
                    break;
                case XElement child:
                    WriteElement(child, depth + 1);
                    break;
            }
    }

    private void WriteElement(XElement element, int depth)
    {
        var name = element.Name.LocalName;
        switch (name)
        {
            case "br":
                _html.Append("<br>");
                break;
            case "renderMultiMedia":
                Text("[picture, not shown]");
                WriteNarrative(element, depth);
                break;
            case "list":
                Wrapped(
                    (string?)element.Attribute("listType") == "ordered" ? "ol" : "ul",
                    element,
                    depth
                );
                break;
            case "caption":
                Wrapped(
                    element.Parent?.Name.LocalName == "table" ? "caption" : "strong",
                    element,
                    depth
                );
                break;
            case "content":
                Wrapped(StyleOf(element), element, depth);
                break;
            default:
                Wrapped(Elements.GetValueOrDefault(name, "span"), element, depth);
                break;
        }
    }

    /// <summary>What a writer struck out must not read as if it stood (CDA, revised).</summary>
    private static string StyleOf(XElement content) =>
        (string?)content.Attribute("revised") switch
        {
            "delete" => "del",
            "insert" => "ins",
            _ => ((string?)content.Attribute("styleCode") ?? "")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(style => Styles.GetValueOrDefault(style))
                .FirstOrDefault(tag => tag is not null)
                ?? "span",
        };

    private void Wrapped(string tag, XElement element, int depth)
    {
        _html.Append('<').Append(tag);
        foreach (var name in new[] { "colspan", "rowspan", "align", "scope" })
            if (element.Attribute(name) is { } attribute)
                _html
                    .Append(' ')
                    .Append(name)
                    .Append("=\"")
                    .Append(Encoded(attribute.Value))
                    .Append('"');
        _html.Append('>');
        WriteNarrative(element, depth);
        _html.Append("</").Append(tag).Append('>');
    }

    private void Element(string tag, string text)
    {
        _html.Append('<').Append(tag).Append('>');
        Text(text);
        _html.Append("</").Append(tag).Append('>');
    }

    private void Text(string text) => _html.Append(Encoded(text));

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);

    /// <summary>Whom the document names: a document of somebody else's in this chart is seen at once.</summary>
    private static string PatientOf(XElement root)
    {
        var patient = root.Element(Hl7 + "recordTarget")
            ?.Element(Hl7 + "patientRole")
            ?.Element(Hl7 + "patient");
        if (NameOf(patient?.Element(Hl7 + "name")) is not { } name)
            return Say("Names no patient.");
        var born = ClinicalTime.Of(patient!.Element(Hl7 + "birthTime"));
        return Say($"Names {name}, born {born}.");
    }

    private static string Elsewhere(string? mediaType)
    {
        var form = mediaType ?? Say("which one is not said");
        return Say(
            $"The rest of this document is in another form ({form}), which is not shown here. Download the document to see it."
        );
    }

    private static string Written(XElement root)
    {
        var when = ClinicalTime.Of(root.Element(Hl7 + "effectiveTime"));
        string[] authors =
        [
            .. root.Elements(Hl7 + "author")
                .Elements(Hl7 + "assignedAuthor")
                .Select(author =>
                    NameOf(author.Element(Hl7 + "assignedPerson")?.Element(Hl7 + "name"))
                )
                .OfType<string>(),
        ];
        var who = string.Join(", ", authors);
        return authors.Length == 0 ? Say($"Written {when}.") : Say($"Written {when} by {who}.");
    }

    private static string? NameOf(XElement? name) =>
        name is null ? null
        : string.Join(
            ' ',
            name.DescendantNodes()
                .OfType<XText>()
                .SelectMany(text =>
                    text.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                )
        )
            is { Length: > 0 } words
            ? words
        : null;
}

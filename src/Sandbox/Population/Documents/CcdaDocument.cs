using System.Text;
using System.Xml;

namespace HeiChartViewer.Sandbox.Population.Documents;

/// <summary>
/// A continuity of care document (C-CDA R2.1) as other hospitals send it: a header that says who and when, and sections
/// whose text is tables.
/// </summary>
internal static class CcdaDocument
{
    private const string Cda = "urn:hl7-org:v3";

    public static byte[] Of(CcdaHeader header, IEnumerable<CcdaSection> sections)
    {
        using var bytes = new MemoryStream();
        using (
            var xml = XmlWriter.Create(
                bytes,
                new XmlWriterSettings
                {
                    Encoding = new UTF8Encoding(false),
                    Indent = true,
                    CheckCharacters = false,
                }
            )
        )
        {
            xml.WriteStartElement("ClinicalDocument", Cda);
            Empty(xml, "realmCode", ("code", "US"));
            Empty(xml, "typeId", ("root", "2.16.840.1.113883.1.3"), ("extension", "POCD_HD000040"));
            Empty(
                xml,
                "templateId",
                ("root", "2.16.840.1.113883.10.20.22.1.2"),
                ("extension", "2015-08-01")
            );
            Empty(xml, "id", ("root", header.Id));
            Code(xml, "34133-9", "Summarization of Episode Note");
            Text(xml, "title", "Continuity of care document");
            Empty(xml, "effectiveTime", ("value", header.Written));
            Empty(
                xml,
                "confidentialityCode",
                ("code", "N"),
                ("codeSystem", "2.16.840.1.113883.5.25")
            );
            Empty(xml, "languageCode", ("code", "en-US"));
            Patient(xml, header);
            Author(xml, header);
            xml.WriteStartElement("component", Cda);
            xml.WriteStartElement("structuredBody", Cda);
            foreach (var section in sections)
                Section(xml, section);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void Patient(XmlWriter xml, CcdaHeader header)
    {
        xml.WriteStartElement("recordTarget", Cda);
        xml.WriteStartElement("patientRole", Cda);
        Empty(xml, "id", ("root", header.PatientIdRoot), ("extension", header.PatientId));
        xml.WriteStartElement("patient", Cda);
        xml.WriteStartElement("name", Cda);
        Text(xml, "given", header.Given);
        Text(xml, "family", header.Family);
        xml.WriteEndElement();
        Empty(
            xml,
            "administrativeGenderCode",
            ("code", header.Gender),
            ("codeSystem", "2.16.840.1.113883.5.1")
        );
        Empty(xml, "birthTime", ("value", header.Born));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, CcdaHeader header)
    {
        xml.WriteStartElement("author", Cda);
        Empty(xml, "time", ("value", header.Written));
        xml.WriteStartElement("assignedAuthor", Cda);
        Empty(xml, "id", ("nullFlavor", "UNK"));
        xml.WriteStartElement("assignedPerson", Cda);
        Text(xml, "name", header.Author);
        xml.WriteEndElement();
        xml.WriteStartElement("representedOrganization", Cda);
        Text(xml, "name", header.Organisation);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Section(XmlWriter xml, CcdaSection section)
    {
        xml.WriteStartElement("component", Cda);
        xml.WriteStartElement("section", Cda);
        Code(xml, section.Code, section.Title);
        Text(xml, "title", section.Title);
        xml.WriteStartElement("text", Cda);
        if (section.Rows.Count == 0)
            Text(xml, "paragraph", "No information");
        else
        {
            xml.WriteStartElement("table", Cda);
            xml.WriteStartElement("thead", Cda);
            Row(xml, "th", section.Columns);
            xml.WriteEndElement();
            xml.WriteStartElement("tbody", Cda);
            foreach (var row in section.Rows)
                Row(xml, "td", row);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, string cell, IReadOnlyList<string> cells)
    {
        xml.WriteStartElement("tr", Cda);
        foreach (var text in cells)
            Text(xml, cell, text);
        xml.WriteEndElement();
    }

    private static void Code(XmlWriter xml, string loinc, string display) =>
        Empty(
            xml,
            "code",
            ("code", loinc),
            ("codeSystem", "2.16.840.1.113883.6.1"),
            ("codeSystemName", "LOINC"),
            ("displayName", display)
        );

    private static void Empty(
        XmlWriter xml,
        string name,
        params IReadOnlyList<(string Name, string Value)> attributes
    )
    {
        xml.WriteStartElement(name, Cda);
        foreach (var (attribute, value) in attributes)
            xml.WriteAttributeString(attribute, Valid(value));
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) =>
        xml.WriteElementString(name, Cda, Valid(text));

    /// <summary>XML has no place for control characters, whatever a record says.</summary>
    private static string Valid(string text) =>
        string.Concat(
            text.Where(character => XmlConvert.IsXmlChar(character) || char.IsSurrogate(character))
        );
}

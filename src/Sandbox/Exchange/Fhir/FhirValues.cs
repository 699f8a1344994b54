using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Records;
using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Exchange.Fhir;

/// <summary>Values that many resources share, in the shapes of contract 6.2. Dates have the same form in both.</summary>
internal static class FhirValues
{
    private static readonly Dictionary<string, string> Oids = new(StringComparer.Ordinal)
    {
        ["http://snomed.info/sct"] = CodeSystems.Snomed,
        ["http://loinc.org"] = CodeSystems.Loinc,
        ["http://hl7.org/fhir/sid/icd-10-cm"] = CodeSystems.Icd10,
        ["http://www.nlm.nih.gov/research/umls/rxnorm"] = CodeSystems.RxNorm,
        ["http://hl7.org/fhir/sid/cvx"] = CodeSystems.Cvx,
        ["http://unitsofmeasure.org"] = CodeSystems.Ucum,
        ["http://terminology.hl7.org/CodeSystem/v3-ActCode"] = CodeSystems.ActCode,
        ["http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation"] =
            CodeSystems.Interpretation,
    };

    /// <summary>A CodeableConcept; null when it says nothing.</summary>
    public static CodeableConcept? Concept(FhirElement? element)
    {
        if (element is null)
            return null;
        Coding[] codings = [.. element.Each("coding").Select(Coding).OfType<Coding>()];
        var text =
            element.Text("text")
            ?? codings.Select(coding => coding.Display).FirstOrDefault(display => display != null);
        return codings.Length == 0 && text is null
            ? null
            : new CodeableConcept { Codings = codings.Length == 0 ? null : codings, Text = text };
    }

    /// <summary>A Coding that stands alone.</summary>
    public static CodeableConcept? ConceptOfCoding(FhirElement? element) =>
        element is not null && Coding(element) is { } coding
            ? new CodeableConcept { Codings = [coding], Text = coding.Display ?? coding.Code }
            : null;

    public static IReadOnlyList<CodeableConcept>? Concepts(IEnumerable<FhirElement> elements) =>
        ListOrNone(elements.Select(Concept));

    /// <summary>A FHIR code, which is a word of a fixed list.</summary>
    public static CodeableConcept? Code(string? code, string system) =>
        string.IsNullOrEmpty(code) ? null : Population.Concepts.Status(system, code);

    /// <summary>A quantity with its comparator, digits as they came.</summary>
    public static Quantity? Quantity(FhirElement? element)
    {
        if (element?.Text("value") is not { } value)
            return null;
        var (unit, code) = (element.Text("unit"), element.Text("code"));
        var system = element.Text("system");
        return new Quantity
        {
            Value = element.Text("comparator") + value,
            Unit =
                unit is null && code is null
                    ? null
                    : new CodeableConcept
                    {
                        Codings =
                            code is null || system is null
                                ? null
                                :
                                [
                                    new Coding
                                    {
                                        System = System(system),
                                        Code = code,
                                        Display = unit,
                                    },
                                ],
                        Text = unit ?? code,
                    },
        };
    }

    public static IReadOnlyList<Note>? Notes(FhirElement element, string member = "note") =>
        ListOrNone(
            element
                .Each(member)
                .Select(note =>
                    note.Text("text") is { } text
                        ? new Note { Date = note.Text("time"), Text = text }
                        : null
                )
        );

    public static IReadOnlyList<T>? ListOrNone<T>(IEnumerable<T?> values)
        where T : class
    {
        T[] list = [.. values.OfType<T>()];
        return list.Length == 0 ? null : list;
    }

    public static string System(string uri) =>
        Oids.GetValueOrDefault(uri)
        ?? (uri.StartsWith("urn:oid:", StringComparison.Ordinal) ? uri[8..] : uri);

    private static Coding? Coding(FhirElement element) =>
        element.Text("code") is { } code && element.Text("system") is { } system
            ? new Coding
            {
                System = System(system),
                Code = code,
                Display = element.Text("display"),
            }
            : null;
}

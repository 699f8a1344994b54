using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Records;

namespace HeiChartViewer.Sandbox.Exchange.Fhir;

/// <summary>What a translation of one patient's resources needs to know and gives back.</summary>
internal sealed class FhirChart(FhirArchive archive, DataPartition partition, string patientId)
{
    private readonly SeededIds _ids = new(0, $"fhir/{patientId}");

    public Dictionary<string, BinaryEntry> Binaries { get; } = [];

    /// <summary>A record's id in the shape that 64 hexadecimal digits give; always the same one for a resource.</summary>
    public string HexId(string resource) => _ids.Hex64("record", resource);

    public string Uuid(string resource) => _ids.Uuid("record", resource);

    public string LongId(string resource) => _ids.Long83("record", resource);

    public SourceIdentifier Source(FhirResource resource) =>
        new() { DataPartitionId = partition.Id, Id = resource.Id };

    public FhirResource? Find(FhirElement? reference) => archive.Find(reference?.Text("reference"));

    /// <summary>A Binary of the folder that an attachment points at.</summary>
    public FhirResource? FindByUrl(string? url) =>
        archive.Find(url) is { Type: "Binary" } binary ? binary : null;

    /// <summary>The visit a record belongs to, where the visit came along.</summary>
    public Reference? Encounter(FhirElement? reference) =>
        Find(reference) is { Type: "Encounter" } encounter
            ? new Reference { Id = Uuid(encounter.Reference) }
            : null;

    /// <summary>A person who did or said something.</summary>
    public Asserter? Person(FhirElement? reference)
    {
        if (reference is null)
            return null;
        var name =
            Find(reference) is { Type: "Practitioner" or "Patient" } person
            && person.Content.One("name") is { } known
                ? FhirIdentity.Practitioner(known)
            : reference.Text("display") is { } display
                ? new PractitionerName
                {
                    Given = [],
                    Family = [],
                    Formatted = display,
                }
            : null;
        return name is null ? null : new Asserter { Provider = new Provider { Name = name } };
    }

    /// <summary>What a place or an organisation is called.</summary>
    public string? NameOf(FhirElement? reference) =>
        Find(reference)?.Content.Text("name") ?? reference?.Text("display");
}

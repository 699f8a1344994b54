using HeiChartViewer.Sandbox.Records;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>Everything the tenant holds about a person, ready to send.</summary>
internal sealed record Chart
{
    public static readonly Chart Empty = new()
    {
        Demographics = RecordList.Empty,
        Allergies = RecordList.Empty,
        Conditions = RecordList.Empty,
        Medications = RecordList.Empty,
        MedicationDispenses = RecordList.Empty,
        Immunizations = RecordList.Empty,
        Procedures = RecordList.Empty,
        Observations = RecordList.Empty,
        Encounters = RecordList.Empty,
        DocumentReferences = RecordList.Empty,
        Binaries = new Dictionary<string, StoredBinary>(),
    };

    public required RecordList Demographics { get; init; }

    public required RecordList Allergies { get; init; }

    public required RecordList Conditions { get; init; }

    public required RecordList Medications { get; init; }

    public required RecordList MedicationDispenses { get; init; }

    public required RecordList Immunizations { get; init; }

    public required RecordList Procedures { get; init; }

    public required RecordList Observations { get; init; }

    public required RecordList Encounters { get; init; }

    public required RecordList DocumentReferences { get; init; }

    public required IReadOnlyDictionary<string, StoredBinary> Binaries { get; init; }
}

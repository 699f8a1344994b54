namespace HeiChartViewer.Sandbox.Population;

/// <summary>A source of records, and the habits it writes them with.</summary>
public sealed record DataPartition(string Id, string Name, SourceKind Kind, string AliasSystem)
{
    public static readonly DataPartition StBrigid = new(
        "877307a0-b5f5-4a01-9d4b-9fead6bcf788",
        "St. Brigid Millennium",
        SourceKind.Hospital,
        "2.16.840.1.113883.3.13.6"
    );

    public static readonly DataPartition Eastside = new(
        "5f0c2f0e-8a53-4b3c-9f0a-6f2f4f1d7c21",
        "Eastside Clinics",
        SourceKind.Clinic,
        "2.16.840.1.113883.3.1313.7"
    );

    public static readonly DataPartition Northgate = new(
        "c1b7a8d4-27be-4a65-8d0b-1d3e9a40b6f3",
        "Northgate Claims",
        SourceKind.Claims,
        "2.16.840.1.113883.3.1313.9"
    );

    public static readonly DataPartition Westlake = new(
        "e3f0b7c5-6a1d-4c2e-9b54-2d8f7a6c1e90",
        "Westlake Family Practice",
        SourceKind.Clinic,
        "2.16.840.1.113883.3.1313.11"
    );

    public static readonly IReadOnlyList<DataPartition> All =
    [
        StBrigid,
        Eastside,
        Northgate,
        Westlake,
    ];
}

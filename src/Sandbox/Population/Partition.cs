namespace HeiChartViewer.Sandbox.Population;

/// <summary>A data partition: a namespace of local ids.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name clinicians know it by.</param>
public sealed record Partition(string Id, string Name)
{
    /// <summary>The hospital whose EHR launches.</summary>
    public static Partition Brigid { get; } = new("877307a0-b5f5-4a01-9d4b-9fead6bcf788", "St. Brigid Millennium");

    /// <summary>The clinics across town.</summary>
    public static Partition Eastside { get; } = new("5f0c2a9e-6d1b-4c57-9a0e-3b8f4e7d2c61", "Eastside Clinics");

    /// <summary>The payer.</summary>
    public static Partition Northgate { get; } = new("c1d7e842-90ab-4f3e-8c25-7a6b5d4e3f20", "Northgate Claims");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Partition> All { get; } = [Brigid, Eastside, Northgate];
}

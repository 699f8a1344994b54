using System.Text.Json;
using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Exchange;

/// <summary>A patient of a population file.</summary>
internal sealed record PatientEntry
{
    /// <summary>A name for scripts, unique in the file.</summary>
    public required string Key { get; init; }

    public string? Title { get; init; }

    public string? What { get; init; }

    /// <summary>The platform id, unique in the file.</summary>
    public required string PatientId { get; init; }

    public required NameEntry Name { get; init; }

    public Sex Sex { get; init; } = Sex.Unknown;

    public required DateOnly Born { get; init; }

    public DateOnly? Died { get; init; }

    public string? Location { get; init; }

    /// <summary>Whether the worklist shows this patient among the cases.</summary>
    public bool IsCase { get; init; }

    public string? Sentinel { get; init; }

    /// <summary>What the sources call this patient; at least one.</summary>
    public required IReadOnlyList<SourceEntry> Sources { get; init; }

    /// <summary>The records, by their <see cref="ChartList.Member"/>, each as it goes over the wire.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> Records { get; init; }

    /// <summary>The bytes of documents, by id.</summary>
    public IReadOnlyDictionary<string, BinaryEntry>? Binaries { get; init; }
}

namespace HeiChartViewer.Tests.E2E.Fixtures.Wire;

/// <summary>What came of the steps.</summary>
/// <param name="Steps">How many there were.</param>
/// <param name="Frames">How many answers of pages and messages of circuits were read.</param>
/// <param name="Bytes">How many bytes they had.</param>
/// <param name="ForeignBytes">How many of these were of a patient whose page it was not.</param>
/// <param name="Own">On how many pages and circuits something of the own patient was read.</param>
/// <param name="Done">Which steps were made, how often.</param>
/// <param name="Faults">What the server said went wrong.</param>
public sealed record Interleaved(
    int Steps,
    int Frames,
    long Bytes,
    long ForeignBytes,
    int Own,
    IReadOnlyDictionary<string, int> Done,
    IReadOnlyList<string> Faults
)
{
    /// <summary>How often a step was made.</summary>
    public int Of(string step) => Done.GetValueOrDefault(step);

    /// <inheritdoc />
    public override string ToString() =>
        $"{Steps:N0} steps ({string.Join(", ", Done.OrderByDescending(one => one.Value).Select(one => $"{one.Value:N0} {one.Key}"))}): "
        + $"{Frames:N0} answers and frames, {Bytes:N0} bytes, {ForeignBytes} foreign; the own patient was read on {Own:N0} pages; {Faults.Count} faults";
}

namespace HeiChartViewer.Sandbox.Population;

/// <summary>
/// Holds the charts that were written last. A chart that nobody holds may go: it is written again, byte for byte, when
/// it is asked for. So a large population takes the memory of the charts that are looked at.
/// </summary>
internal sealed class RecentCharts(int capacity)
{
    private readonly Chart?[] _charts = new Chart?[capacity];
    private uint _written;

    public void Hold(Chart chart) =>
        _charts[(Interlocked.Increment(ref _written) - 1) % (uint)_charts.Length] = chart;
}

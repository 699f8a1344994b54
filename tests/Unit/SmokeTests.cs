namespace HeiChartViewer.Tests.Unit;

public sealed class SmokeTests
{
    [Fact]
    public void Runs() { }
}

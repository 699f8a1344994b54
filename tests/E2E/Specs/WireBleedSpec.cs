using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Fixtures.Wire;
using Xunit.Abstractions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>Nothing that leaves the server for a page is of another page's patient.</summary>
public sealed class WireBleedSpec(ITestOutputHelper output)
{
    /// <summary>The first of the ten thousand that <c>./bench bleed</c> runs.</summary>
    private const int Steps = 2_000;

    private static readonly SandboxPatient A = new("a", "0AAA-1", "p", "4711", "A, A", "ZQalder");
    private static readonly SandboxPatient B = new("b", "0BBB-1", "p", "4712", "B, B", "ZQbirch");

    [Fact]
    public async Task Control_33_Interleavings_on_the_wire_leak_no_byte()
    {
        await using var viewer = await ViewerProcess.StartAsync(Interleavings.Arguments);

        var result = await new Interleavings(viewer, Interleavings.Seed).RunAsync(Steps);

        output.WriteLine(result.ToString());
        Assert.Equal(0, result.ForeignBytes);
        Assert.Empty(result.Faults);
        Assert.Equal(0, result.Of("not launched") + result.Of("not reconnected"));
        // Otherwise nothing of what is asserted above has been put to the test.
        Assert.True(result.Own >= Steps / 20);
        Assert.True(result.Of("launched") >= Steps / 40);
        Assert.True(result.Of("reconnected") >= Steps / 40);
        Assert.True(result.Of("gone to a view") >= Steps / 5);
        Assert.True(result.Of("pressed") >= Steps / 5);
    }

    [Theory]
    [InlineData("of zqBIRCH, seen", 7)]
    [InlineData("0bbb-1", 6)]
    [InlineData("id 4712.", 4)]
    [InlineData("ZQbirch 4712 ZQbirch", 18)]
    [InlineData("94712 and a4712b", 0)]
    [InlineData("ZQalder 0AAA-1 4711", 0)]
    public void Control_33_What_reads_the_wire_finds_each_word_of_another_patient(
        string text,
        int foreign
    )
    {
        var reader = new ForeignReader(A, [A, B]);

        reader.Read(text.Length, [text]);

        Assert.Equal(foreign, reader.ForeignBytes);
        Assert.Equal(foreign > 0, reader.FirstForeign.IsCompleted);
        Assert.Equal(
            text.Contains("ZQalder", StringComparison.Ordinal),
            reader.FirstOwn.IsCompleted
        );
    }
}

namespace HeiChartViewer.Web.Hosting.Doctor;

/// <summary>Writes the findings, aligned.</summary>
internal static class FindingTable
{
    public static async Task WriteAsync(TextWriter console, IReadOnlyList<Finding> findings)
    {
        var width = findings.Max(finding => finding.Check.Length);
        foreach (var finding in findings)
        {
            await console.WriteLineAsync(
                $"{Word(finding.Outcome), -7}  {finding.Check.PadRight(width)}  {finding.What}"
            );
            if (finding is { Outcome: not Outcome.Unneeded, Mender: { } mender })
                await console.WriteLineAsync($"{"", -7}  {"".PadRight(width)}  mends it: {mender}");
        }
    }

    private static string Word(Outcome outcome) =>
        outcome switch
        {
            Outcome.Works => "works",
            Outcome.Fails => "FAILS",
            Outcome.Unneeded => "no",
            _ => "-",
        };
}

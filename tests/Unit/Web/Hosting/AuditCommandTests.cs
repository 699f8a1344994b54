using HeiChartViewer.Tests.Unit.Web.Audit;
using HeiChartViewer.Web.Hosting;

namespace HeiChartViewer.Tests.Unit.Web.Hosting;

public sealed class AuditCommandTests
{
    [Fact]
    public async Task Control_63_A_sound_log_is_said_to_be_and_a_changed_one_is_not()
    {
        await using var file = await AuditFile.CreateAsync();
        await file.WriteAsync("one", "two");

        Assert.Equal((0, true), await VerifyAsync(file, "ends at entry 2"));
        await file.TamperAsync("UPDATE AuditEvents SET Detail = 'x' WHERE Id = 2");
        Assert.Equal((1, true), await VerifyAsync(file, "entry 2 is Altered"));
    }

    [Fact]
    public async Task Where_there_is_no_log_none_is_made()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        await Assert.ThrowsAsync<ConfigurationException>(() =>
            AuditCommand.RunAsync(
                ["verify", "--Viewer:AuditDatabase", nowhere],
                TextWriter.Null,
                CancellationToken.None
            )
        );

        Assert.False(File.Exists(nowhere));
    }

    [Fact]
    public async Task What_is_no_command_is_answered_with_the_commands()
    {
        await using var file = await AuditFile.CreateAsync();
        using var said = new StringWriter();

        var code = await AuditCommand.RunAsync(
            ["burn", "--Viewer:AuditDatabase", file.Database],
            said,
            CancellationToken.None
        );

        Assert.Equal(64, code);
        Assert.Contains("audit verify", said.ToString(), StringComparison.Ordinal);
    }

    private static async Task<(int Code, bool Says)> VerifyAsync(AuditFile file, string words)
    {
        using var said = new StringWriter();
        var code = await AuditCommand.RunAsync(
            ["verify", "--Viewer:AuditDatabase", file.Database],
            said,
            CancellationToken.None
        );
        return (code, said.ToString().Contains(words, StringComparison.Ordinal));
    }
}

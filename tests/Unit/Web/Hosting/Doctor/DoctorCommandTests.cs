using HeiChartViewer.Tests.Unit.Client.Support;
using HeiChartViewer.Web.Hosting.Doctor;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Web.Hosting.Doctor;

public sealed class DoctorCommandTests
{
    private const string Secret = "do-not-print-this";

    [Fact]
    public async Task Where_everything_works_nothing_fails()
    {
        var (code, table) = await ExamineAsync(_ => { });

        Assert.Equal(0, code);
        Assert.DoesNotContain("FAILS", table, StringComparison.Ordinal);
        Assert.Contains("Grant of longitudinal-record", table, StringComparison.Ordinal);
        Assert.Contains("Data partition St. Brigid", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("patient-search", 401, "Credential ", "whoever holds the system account")]
    [InlineData("patient-search", 404, "Population ", "you: HealtheIntent:PopulationId")]
    [InlineData("patient-search", 400, "Population ", "you: HealtheIntent:PopulationId")]
    [InlineData("/medications", 403, "Grant of medication ", "Console administrator")]
    [InlineData("/medications", 500, "Grant of medication ", "the vendor's support")]
    [InlineData("patient-id-lookup", 400, "Data partition ", "Viewer:DataPartitions:0:Id")]
    public async Task A_refusal_is_told_with_its_mender_and_its_correlation_id(
        string path,
        int status,
        string check,
        string mender
    )
    {
        var (code, table) = await ExamineAsync(context =>
        {
            if (context.Request.Path.Value!.EndsWith(path, StringComparison.Ordinal))
                context.Response.StatusCode = status;
        });

        Assert.Equal(1, code);
        AssertFails(table, check, mender);
        Assert.Contains(Answer.CorrelationId, table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_chart_needs_is_told_and_fails_nothing()
    {
        var (code, table) = await ExamineAsync(context =>
        {
            if (context.Request.Path.Value!.EndsWith("/personnel", StringComparison.Ordinal))
                context.Response.StatusCode = 403;
        });

        Assert.Equal(0, code);
        Assert.Contains(
            table.Split(Environment.NewLine),
            line =>
                line.StartsWith("no ", StringComparison.Ordinal)
                && line.Contains("Grant of personnel ", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(null, 0, "Credential ", null)]
    [InlineData("consumer_key_unknown", 1, "Credential ", "whoever holds the system account")]
    [InlineData("timestamp_refused", 1, "Credential ", "you: set this machine's clock")]
    [InlineData(
        "signature_method_rejected",
        1,
        "Credential ",
        "you: HealtheIntent:Credential:OAuth"
    )]
    public async Task With_a_consumer_key_the_token_service_is_tried_too(
        string? problem,
        int code,
        string check,
        string? mender
    )
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            if (context.Request.Path != "/oauth/access")
                return AnswerAsync(context, _ => { });
            if (problem is null)
                return context.Response.WriteAsync("oauth_token=t&oauth_token_secret=s");
            context.Response.StatusCode = 400;
            context.Response.Headers.WWWAuthenticate = $"OAuth oauth_problem={problem}";
            return Task.CompletedTask;
        });

        var (ended, table) = await ExamineAsync(
            server.Address,
            [.. WithKey(new Uri(server.Address, "oauth/access"))]
        );

        Assert.Equal(code, ended);
        Assert.Contains("Connection of the token service", table, StringComparison.Ordinal);
        if (mender is not null)
            AssertFails(table, check, mender);
    }

    [Fact]
    public async Task A_token_service_that_is_not_there_is_told()
    {
        await using var server = await LocalServer.StartAsync(context =>
            AnswerAsync(context, _ => { })
        );

        var (code, table) = await ExamineAsync(
            server.Address,
            [.. WithKey(new Uri("https://nobody.invalid/oauth/access"))]
        );

        Assert.Equal(1, code);
        AssertFails(
            table,
            "Name resolution of the token service ",
            "you: HealtheIntent:Credential:OAuth:TokenAddress"
        );
        Assert.DoesNotContain("Grant of", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sandbox_tenant_is_found_to_be_in_order()
    {
        using var console = new StringWriter();

        var code = await DoctorCommand.RunAsync(
            ["--Sandbox:Patients=0"],
            console,
            CancellationToken.None
        );

        Assert.True(code == 0, console.ToString());
        Assert.Contains("Credential", console.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_off_is_told()
    {
        var (code, table) = await ExamineAsync(context =>
            context.Response.Headers.Date = "Mon, 01 Jan 2024 00:00:00 GMT"
        );

        Assert.Equal(1, code);
        AssertFails(table, "Clock ", "you: set this machine's clock");
    }

    [Fact]
    public async Task Something_that_answers_but_is_not_the_platform_is_told()
    {
        var (code, table) = await ExamineAsync(context =>
            context.Response.Headers.Remove("cerner-correlation-id")
        );

        Assert.Equal(1, code);
        AssertFails(table, "Tenant ", "network team");
    }

    [Fact]
    public async Task A_server_without_tls_is_told()
    {
        var (code, table) = await ExamineAsync(_ => { }, scheme: "https");

        Assert.Equal(1, code);
        AssertFails(table, "Certificate ", "network team");
    }

    [Fact]
    public async Task A_port_that_refuses_is_told_and_nothing_after_it_is_guessed()
    {
        Uri gone;
        await using (var server = await LocalServer.StartAsync(_ => Task.CompletedTask))
            gone = server.Address;

        var (code, table) = await ExamineAsync(gone);

        Assert.Equal(1, code);
        AssertFails(table, "Connection ", "network team");
        Assert.Single(
            table.Split("FAILS"),
            part => part.Contains("Connection ", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("Grant of", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_proxy_the_tenant_is_examined_through_it()
    {
        // Nobody listens there, and no other test asks there: only the proxy makes it answer.
        var tenant = new Uri("http://127.9.9.9:9/");
        await using var proxy = await LocalServer.StartAsync(context =>
            AnswerAsync(context, _ => { })
        );
        var environments = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new OneProxy(proxy.Address, tenant);
        try
        {
            var (code, table) = await ExamineAsync(tenant);

            Assert.True(code == 0, table);
            Assert.Contains(
                $"through the proxy {proxy.Address.Authority}",
                table,
                StringComparison.Ordinal
            );
            Assert.Contains("Grant of longitudinal-record", table, StringComparison.Ordinal);
        }
        finally
        {
            HttpClient.DefaultProxy = environments;
        }
    }

    [Fact]
    public async Task A_credential_that_cannot_be_read_is_told_with_its_key()
    {
        await using var server = await LocalServer.StartAsync(context =>
            AnswerAsync(context, _ => { })
        );

        var (code, table) = await ExamineAsync(
            server.Address,
            "--HealtheIntent:Credential:BearerToken=",
            "--HealtheIntent:Credential:BearerTokenFile=/nowhere/token"
        );

        Assert.Equal(1, code);
        AssertFails(table, "Credential ", "you: HealtheIntent:Credential");
    }

    [Fact]
    public async Task Each_tenant_is_tried_and_told_by_its_name_and_its_keys()
    {
        await using var south = await LocalServer.StartAsync(context =>
            AnswerAsync(context, _ => { })
        );
        await using var north = await LocalServer.StartAsync(context =>
            AnswerAsync(
                context,
                _ =>
                {
                    if (
                        context.Request.Path.Value!.EndsWith(
                            "patient-search",
                            StringComparison.Ordinal
                        )
                    )
                        context.Response.StatusCode = 404;
                }
            )
        );

        var (code, table) = await ExamineAsync(
            south.Address,
            $"--Tenants:north:HealtheIntent:BaseAddress={north.Address}",
            "--Tenants:north:HealtheIntent:PopulationId=another",
            $"--Tenants:north:HealtheIntent:Credential:BearerToken={Secret}",
            "--Tenants:north:HealtheIntent:Resilience:RetryCount=0",
            "--Tenants:north:Viewer:DataPartitions:0:Id=5f0c2f0e-8a53-4b3c-9f0a-6f2f4f1d7c21",
            "--Tenants:north:Viewer:DataPartitions:0:Name=Northern General",
            "--Launch:Signed:Audience=https://viewer.example.org/launch",
            "--Launch:Signed:Issuers:north:Issuer=https://north.example.org",
            "--Launch:Signed:Issuers:north:JwksFile=keys.json",
            "--Launch:Signed:Issuers:north:DataPartitions:0=5f0c2f0e-8a53-4b3c-9f0a-6f2f4f1d7c21",
            "--Launch:Signed:Issuers:north:OfTenant=north"
        );

        Assert.Equal(1, code);
        Assert.Contains("default: Data partition St. Brigid", table, StringComparison.Ordinal);
        Assert.DoesNotContain("FAILS    default", table, StringComparison.Ordinal);
        AssertFails(table, "north: Population ", "you: Tenants:north:HealtheIntent:PopulationId");
    }

    [Fact]
    public async Task A_configuration_that_is_not_one_to_start_with_is_not_tried()
    {
        using var console = new StringWriter();

        await Assert.ThrowsAnyAsync<Exception>(() =>
            DoctorCommand.RunAsync(["--HealtheIntent:Tenant=nowhere"], console, default)
        );

        Assert.Empty(console.ToString());
    }

    private static IEnumerable<string> WithKey(Uri service) =>
        [
            "--HealtheIntent:Credential:BearerToken=",
            "--HealtheIntent:Credential:ConsumerKey=key",
            $"--HealtheIntent:Credential:ConsumerSecret={Secret}",
            $"--HealtheIntent:Credential:OAuth:TokenAddress={service}",
        ];

    private static void AssertFails(string table, string check, string mender)
    {
        var lines = table.Split(Environment.NewLine);
        var line = Array.FindIndex(
            lines,
            text =>
                text.StartsWith("FAILS", StringComparison.Ordinal)
                && text.Contains(check, StringComparison.Ordinal)
        );
        Assert.True(line >= 0, table);
        Assert.Contains(mender, lines[line + 1], StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Table)> ExamineAsync(
        Action<HttpContext> change,
        string scheme = "http"
    )
    {
        await using var server = await LocalServer.StartAsync(context =>
            AnswerAsync(context, change)
        );
        return await ExamineAsync(new UriBuilder(server.Address) { Scheme = scheme }.Uri);
    }

    private static async Task<(int Code, string Table)> ExamineAsync(
        Uri tenant,
        params string[] settings
    )
    {
        using var console = new StringWriter();
        var code = await DoctorCommand.RunAsync(
            [
                $"--HealtheIntent:BaseAddress={tenant}",
                "--HealtheIntent:PopulationId=1424e81d-8cea-4d6b-b140-d6630b684a58",
                $"--HealtheIntent:Credential:BearerToken={Secret}",
                "--HealtheIntent:Resilience:RetryCount=0",
                $"--Viewer:DataPartitions:0:Id={Sample.Partition}",
                "--Viewer:DataPartitions:0:Name=St. Brigid",
                "--Viewer:AuditDatabase=unused.db",
                .. settings,
            ],
            console,
            CancellationToken.None
        );
        Assert.DoesNotContain(Secret, console.ToString(), StringComparison.Ordinal);
        return (code, console.ToString());
    }

    private static async Task AnswerAsync(HttpContext context, Action<HttpContext> change)
    {
        var path = context.Request.Path.Value!;
        var isQuestion =
            path.EndsWith("patient-search", StringComparison.Ordinal)
            || path.EndsWith("patient-id-lookup", StringComparison.Ordinal);
        context.Response.StatusCode = isQuestion ? 200 : 404;
        context.Response.Headers["cerner-correlation-id"] = Answer.CorrelationId;
        change(context);
        // A careless gateway may quote what it was sent.
        await context.Response.WriteAsync(
            context.Response.StatusCode == 200
                ? """{"items":[],"totalResults":0}"""
                : $$"""{"message":"{{context.Request.Headers.Authorization}}"}"""
        );
    }
}

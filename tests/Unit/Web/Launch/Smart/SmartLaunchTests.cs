using System.Net;
using System.Security.Cryptography;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Sandbox;
using HeiChartViewer.Tests.Unit.Sandbox.Smart;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Smart;

/// <summary>Launches that end in a chart.</summary>
public sealed class SmartLaunchTests(SmartHost ehr) : IClassFixture<SmartHost>
{
    [Fact]
    public async Task A_SMART_launch_opens_the_patient_for_the_user_of_the_EHR()
    {
        await using var viewer = await SmartViewer.StartAsync(ehr);
        var browser = await new SmartBrowser(ehr, viewer).SignInAsync();

        using var answer = await browser.LaunchAsync();

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var session = viewer.Opened(answer);
        Assert.Equal(new SourceIdentifier(SandboxHost.StBrigid, "151579"), session.Source);
        Assert.Equal(SandboxHost.Analisa, session.PatientId);
        Assert.Equal(
            ($"{ehr.Fhir}|4100101", "Ingrid Vestergaard"),
            (session.User.Id, session.User.Name)
        );
        Assert.Equal([Roles.Clinician], session.User.Roles);
        Assert.Equal(ChartMode.Chart, session.Mode);
        Assert.Equal(ehr.Fhir, session.Host.Issuer);
        Assert.Equal("97151579", session.Host.EncounterId);
        Assert.False(session.Host.NeedsPatientBanner);
        Assert.Equal("longitudinal-record", session.Host.Intent);
        Assert.Equal(session.Address(ChartView.Summary), answer.Headers.Location!.OriginalString);
        var audited = viewer.Audit.Last;
        Assert.Equal(AuditAction.LaunchAccepted, audited.Action);
        Assert.Equal(session.User.Id, audited.UserId);
        Assert.DoesNotContain(
            browser.Cookies.Keys,
            name => name.Contains("-launch-", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("rsa")]
    [InlineData("ecdsa")]
    public async Task A_confidential_client_proves_itself_as_it_is_registered(string kind)
    {
        var file = Path.GetTempFileName();
        var viewer = kind switch
        {
            "secret" => await SmartViewer.StartAsync(
                ehr,
                ($"{SmartViewer.Issuer}:ClientId", "hei-chart-viewer-secret"),
                (
                    $"{SmartViewer.Issuer}:ClientSecret",
                    HeiChartViewer.Sandbox.Smart.SmartClients.SecretOf(1)
                )
            ),
            _ => await SmartViewer.StartAsync(
                ehr,
                ($"{SmartViewer.Issuer}:ClientId", "hei-chart-viewer-key"),
                ($"{SmartViewer.Issuer}:PrivateKeyFile", KeyFile(file, kind))
            ),
        };
        await using (viewer)
        {
            var browser = await new SmartBrowser(ehr, viewer).SignInAsync();
            using var answer = await browser.LaunchAsync();
            Assert.Equal("151579", viewer.Opened(answer).Source.Id);
        }
        File.Delete(file);
    }

    [Fact]
    public async Task A_framed_launch_needs_no_cookie()
    {
        await using var viewer = await SmartViewer.StartAsync(ehr);
        var browser = await new SmartBrowser(ehr, viewer)
        {
            IsFramed = true,
            KeepsCookies = false,
        }.SignInAsync();

        using var answer = await browser.LaunchAsync();

        Assert.Equal("151579", viewer.Opened(answer).Source.Id);
    }

    [Fact]
    public async Task A_standalone_launch_opens_the_patient_that_the_user_picks_at_the_EHR()
    {
        await using var viewer = await SmartViewer.StartAsync(ehr);
        var browser = await new SmartBrowser(ehr, viewer).SignInAsync("4100103");

        using var begun = await browser.OpenAsync(
            new Uri(
                viewer.Http.BaseAddress!,
                $"/launch/standalone?iss={Uri.EscapeDataString(ehr.Fhir)}"
            )
        );
        using var page = await browser.OpenAtEhrAsync(begun.Headers.Location!.OriginalString);
        using var allowed = await browser.PostToEhrAsync(
            "/fhir/r4/auth/consent",
            new()
            {
                ["consent"] = await SmartApp.ConsentOf(page),
                ["patient"] = "analisa",
                ["decision"] = "allow",
            }
        );
        using var answer = await browser.OpenAsync(allowed.Headers.Location!);

        var session = viewer.Opened(answer);
        Assert.Equal("151579", session.Source.Id);
        Assert.EndsWith("|4100103", session.User.Id, StringComparison.Ordinal);
        Assert.True(session.Host.NeedsPatientBanner);
    }

    [Fact]
    public async Task The_local_id_can_be_an_identifier_of_the_FHIR_Patient()
    {
        // The sandbox's HealtheIntent does not know patients by it: what was looked up is what counts.
        await using var viewer = await SmartViewer.StartAsync(
            ehr,
            ($"{SmartViewer.Issuer}:PatientIdSystem", await MrnSystemAsync())
        );
        var browser = await new SmartBrowser(ehr, viewer).SignInAsync();

        using var answer = await browser.LaunchAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("PatientNotFound", viewer.Audit.Last.Detail);
        Assert.Equal("4481207731", viewer.Audit.Last.SourcePersonId);
    }

    [Fact]
    public async Task The_viewers_keys_are_published_without_their_private_half()
    {
        var file = Path.GetTempFileName();
        await using var viewer = await SmartViewer.StartAsync(
            ehr,
            ($"{SmartViewer.Issuer}:PrivateKeyFile", KeyFile(file, "rsa"))
        );

        using var answer = await viewer.Http.GetAsync("/launch/jwks.json");
        var key = (await SandboxHost.ReadAsync(answer)).GetProperty("keys")[0];

        Assert.Equal("RS384", key.Text("alg"));
        Assert.Equal(
            ["kty", "kid", "use", "alg", "n", "e"],
            key.EnumerateObject().Select(p => p.Name)
        );
        File.Delete(file);
    }

    private async Task<string> MrnSystemAsync()
    {
        var app = await new SmartApp(ehr).SignInAsync();
        ehr.Server.AppUrl = new Uri(SmartApp.Redirect);
        var token = (await app.TokensAsync()).Text("access_token")!;
        using var read = await app.ReadAsync("Patient/151579", token);
        return (await SandboxHost.ReadAsync(read)).GetProperty("identifier")[0].Text("system")!;
    }

    private static string KeyFile(string file, string kind)
    {
        using var rsa = RSA.Create(2048);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        File.WriteAllText(
            file,
            kind == "rsa" ? rsa.ExportRSAPrivateKeyPem() : curve.ExportPkcs8PrivateKeyPem()
        );
        return file;
    }
}

using System.Net;
using System.Security.Cryptography;
using HeiChartViewer.Tests.Unit.Sandbox;
using HeiChartViewer.Tests.Unit.Sandbox.Smart;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Launch.Smart;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Smart;

/// <summary>A launcher that knows nothing of this viewer is an EHR like any other.</summary>
public sealed class LauncherWireTests : IClassFixture<SmartHost>, IDisposable
{
    private readonly SmartHost _ehr;
    private readonly string _key = Path.GetTempFileName();

    public LauncherWireTests(SmartHost host)
    {
        _ehr = host;
        using var rsa = RSA.Create(2048);
        File.WriteAllText(_key, rsa.ExportPkcs8PrivateKeyPem());
    }

    public void Dispose() => File.Delete(_key);

    [Theory]
    [InlineData("151579")]
    [InlineData("")]
    public async Task A_launch_opens_the_patient_that_was_set_or_picked_on_the_way(string patient)
    {
        await using var launcher = await LauncherWire.StartAsync(_ehr.Clock);
        await using var viewer = await StartAsync(launcher);

        using var answer = await LaunchAsync(viewer, launcher, patient);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var session = viewer.Opened(answer);
        Assert.Equal(SandboxHost.Analisa, session.PatientId);
        Assert.Equal("Ingrid Vestergaard", session.User.Name);
        Assert.True(session.Host.NeedsPatientBanner);
    }

    /// <summary>
    /// Its eleven errors, and which clients it makes them for; the one of a refresh token is the next test's. The others'
    /// launches go through.
    /// </summary>
    public static TheoryData<string, int[]> Errors() =>
        new()
        {
            { "auth_invalid_client_id", All },
            { "auth_invalid_redirect_uri", All },
            { "auth_invalid_scope", All },
            { "auth_invalid_client_secret", [(int)LauncherClient.Symmetric] },
            { "token_invalid_token", All },
            { "token_expired_registration_token", [(int)LauncherClient.Asymmetric] },
            { "token_invalid_jti", [(int)LauncherClient.Asymmetric] },
            // Made for backend services alone.
            { "token_invalid_scope", [] },
            { "request_invalid_token", All },
            { "request_expired_token", All },
        };

    private static int[] All =>
        [(int)LauncherClient.Public, (int)LauncherClient.Symmetric, (int)LauncherClient.Asymmetric];

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task Each_error_that_can_be_ordered_opens_no_chart_and_gives_a_page_in_words(
        string error,
        int[] clients
    )
    {
        await using var launcher = await LauncherWire.StartAsync(_ehr.Clock);
        foreach (var client in All)
        {
            await using var viewer = await StartAsync(launcher, (LauncherClient)client);
            launcher.Error = error;

            using var answer = await LaunchAsync(
                viewer,
                launcher,
                "151579",
                (LauncherClient)client
            );

            if (!clients.Contains(client))
            {
                Assert.Equal(SandboxHost.Analisa, viewer.Opened(answer).PatientId);
                continue;
            }
            Assert.True(answer.StatusCode >= HttpStatusCode.BadRequest, $"{answer.StatusCode}");
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Contains("data-message=\"Smart", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Simulated", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("151579", page, StringComparison.Ordinal);
            Assert.Equal(AuditAction.LaunchRefused, viewer.Audit.Last.Action);
        }
    }

    [Fact]
    public async Task A_refresh_token_that_has_expired_ends_the_chart()
    {
        await using var launcher = await LauncherWire.StartAsync(_ehr.Clock);
        await using var viewer = await StartAsync(launcher);
        using var answer = await LaunchAsync(viewer, launcher, "151579");
        var session = viewer.Opened(answer);
        launcher.Error = "token_expired_refresh_token";

        _ehr.Clock.Advance(TimeSpan.FromMinutes(59));
        viewer.Authority.Touch(session.Id);
        await viewer.Authority.TendAsync(CancellationToken.None);

        Assert.Null(viewer.Sessions.Find(session.Id));
        Assert.Equal("the EHR did not renew its grant: invalid_grant", viewer.Audit.Last.Detail);
    }

    private Task<SmartViewer> StartAsync(
        LauncherWire launcher,
        LauncherClient client = LauncherClient.Public
    ) =>
        SmartViewer.StartAsync(
            _ehr,
            ($"{SmartViewer.Issuer}:Issuer", launcher.Fhir),
            ($"{SmartViewer.Issuer}:ClientId", "my-viewer"),
            (
                $"{SmartViewer.Issuer}:ClientSecret",
                client is LauncherClient.Symmetric ? LauncherWire.Secret : null
            ),
            (
                $"{SmartViewer.Issuer}:PrivateKeyFile",
                client is LauncherClient.Asymmetric ? _key : null
            ),
            (
                $"{SmartViewer.Issuer}:Scopes",
                "launch openid fhirUser offline_access patient/Patient.r"
            )
        );

    /// <summary>From redirect to redirect, as a browser goes.</summary>
    private async Task<HttpResponseMessage> LaunchAsync(
        SmartViewer viewer,
        LauncherWire launcher,
        string patient,
        LauncherClient client = LauncherClient.Public
    )
    {
        var browser = new SmartBrowser(_ehr, viewer);
        var address = new Uri(
            viewer.Http.BaseAddress!,
            $"/launch?iss={Uri.EscapeDataString(launcher.Fhir)}&launch={launcher.Launch(patient, client)}"
        );
        using var http = new HttpClient(
            new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }
        );
        while (true)
        {
            var isViewers = address.Authority == viewer.Http.BaseAddress!.Authority;
            var answer = isViewers
                ? await browser.OpenAsync(address)
                : await http.GetAsync(address);
            if (
                answer.Headers.Location is not { } next
                || next.OriginalString.StartsWith("/chart/", StringComparison.Ordinal)
            )
                return answer;
            address = new Uri(address, next);
            answer.Dispose();
        }
    }
}

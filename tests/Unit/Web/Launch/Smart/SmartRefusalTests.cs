using System.Net;
using HeiChartViewer.Sandbox;
using HeiChartViewer.Tests.Unit.Sandbox;
using HeiChartViewer.Tests.Unit.Sandbox.Smart;
using HeiChartViewer.Web.Audit;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Smart;

/// <summary>Launches that end in a page that says why, each recorded under a reason of its own.</summary>
public sealed class SmartRefusalTests(SmartHost ehr) : IClassFixture<SmartHost>, IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => (await ehr.Http.DeleteAsync("/sandbox/smart")).Dispose();

    [Theory]
    [InlineData("badState", "SmartStateUnknown: unknown, used or too old")]
    [InlineData("wrongAudience", "SmartIdentityUnproven: id_token: audience")]
    [InlineData("wrongIssuer", "SmartIdentityUnproven: id_token: issuer")]
    [InlineData("wrongNonce", "SmartIdentityUnproven: id_token: nonce")]
    [InlineData("expiredIdToken", "SmartIdentityUnproven: id_token: lifetime")]
    [InlineData("badSignature", "SmartIdentityUnproven: id_token: signature")]
    [InlineData("unknownKey", "SmartIdentityUnproven: id_token: unknown key")]
    [InlineData("algNone", "SmartIdentityUnproven: id_token: algorithm")]
    [InlineData("replayedCode", "SmartCodeRefused: invalid_grant")]
    [InlineData("slowToken", "SmartServerUnavailable: no answer in time")]
    [InlineData("tokenError", "SmartServerUnavailable: token endpoint: status 500")]
    [InlineData("missingPatient", "SmartPatientMissing: no patient in the token response")]
    [InlineData("otherPatient", "SmartPatientUnreadable: Patient: status 403")]
    public async Task A_misbehaving_EHR_opens_no_chart(string misbehaviour, string reason)
    {
        await using var viewer = await SmartViewer.StartAsync(
            ehr,
            ("Launch:Smart:Timeout", "00:00:03")
        );
        var browser = await new SmartBrowser(ehr, viewer).SignInAsync();
        await ehr.MisbehaveAsync(misbehaviour, delayMs: 60_000);

        using var answer = await browser.LaunchAsync();

        Assert.True(answer.StatusCode >= HttpStatusCode.BadRequest);
        var page = await answer.Content.ReadAsStringAsync();
        var code = reason.Split(':')[0];
        Assert.Contains($"data-message=\"{code}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("151579", page, StringComparison.Ordinal);
        var audited = Assert.Single(viewer.Audit.Entries);
        Assert.Equal(AuditAction.LaunchRefused, audited.Action);
        Assert.Equal(reason, audited.Detail);
        Assert.Equal(
            code.Contains("Patient", StringComparison.Ordinal) ? $"{ehr.Fhir}|4100101" : null,
            audited.UserId
        );
        // Which issuer it was, the state alone says.
        Assert.Equal(misbehaviour == "badState" ? null : "TREAT", audited.Purpose);
        Assert.Equal(misbehaviour == "badState", audited.Organisation is null);
    }

    [Theory]
    [InlineData("access_denied", "SmartAccessDenied: access_denied")]
    [InlineData("login_required", "SmartAccessDenied: login_required")]
    [InlineData("server_error", "SmartServerUnavailable: server_error")]
    [InlineData("temporarily_unavailable", "SmartServerUnavailable: temporarily_unavailable")]
    [InlineData("invalid_scope", "SmartRequestRefused: invalid_scope")]
    [InlineData("unauthorized_client", "SmartRequestRefused: unauthorized_client")]
    [InlineData("invalid_request", "SmartRequestRefused: invalid_request")]
    [InlineData("<script>alert(1)</script>", "SmartRequestRefused: another error")]
    public async Task An_error_of_the_EHR_is_told_in_words_of_the_viewers_own(
        string error,
        string reason
    )
    {
        await using var viewer = await SmartViewer.StartAsync(ehr);
        var browser = await new SmartBrowser(ehr, viewer).SignInAsync();
        var callback = SmartBrowser.With(
            SmartBrowser.With(await browser.CallbackAsync(), "code", null),
            "error",
            error
        );

        using var answer = await browser.OpenAsync(
            SmartBrowser.With(callback, "error_description", "<b>words of theirs</b>")
        );

        var page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode >= HttpStatusCode.BadRequest);
        Assert.DoesNotContain("words of theirs", page, StringComparison.Ordinal);
        Assert.DoesNotContain("script>alert", page, StringComparison.Ordinal);
        Assert.Equal(reason, viewer.Audit.Last.Detail);
    }

    [Fact]
    public async Task A_launch_must_name_its_EHR_and_itself_once()
    {
        await using var viewer = await SmartViewer.StartAsync(ehr);
        var iss = Uri.EscapeDataString(ehr.Fhir);
        foreach (
            var query in new[]
            {
                $"iss={iss}",
                "iss=&launch=x",
                $"iss={iss}&iss={iss}&launch=x",
                $"iss={iss}&launch=x&launch=y",
            }
        )
        {
            using var answer = await viewer.Http.GetAsync($"/launch?{query}");
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.StartsWith(
                "SmartRequestMalformed",
                viewer.Audit.Last.Detail,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task A_launch_of_another_tenant_of_the_EHR_is_refused()
    {
        await using var viewer = await SmartViewer.StartAsync(
            ehr,
            ($"{SmartViewer.Issuer}:Tenant", "another")
        );
        var browser = await new SmartBrowser(ehr, viewer).SignInAsync();

        using var answer = await browser.LaunchAsync();

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.StartsWith("SmartTenantUnknown", viewer.Audit.Last.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SandboxOptions.SmartDataPartitionSystem, "bc0ed2b8-0dd2-4bd6-8c0b-4e0f6d4e6f01")]
    [InlineData("urn:of-another-ehr", SandboxHost.StBrigid)]
    public async Task A_launch_from_another_data_partition_or_none_is_refused(
        string system,
        string partition
    )
    {
        await using var viewer = await SmartViewer.StartAsync(
            ehr,
            ($"{SmartViewer.Issuer}:DataPartitionSystem", system),
            ($"{SmartViewer.Issuer}:DataPartitionId", partition),
            ("Viewer:DataPartitions:0:Id", partition)
        );
        var browser = await new SmartBrowser(ehr, viewer).SignInAsync();

        using var answer = await browser.LaunchAsync();

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.StartsWith("SmartTenantUnknown", viewer.Audit.Last.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_launch_from_the_configured_data_partition_opens_a_chart()
    {
        await using var viewer = await SmartViewer.StartAsync(
            ehr,
            ($"{SmartViewer.Issuer}:DataPartitionSystem", SandboxOptions.SmartDataPartitionSystem)
        );
        var browser = await new SmartBrowser(ehr, viewer).SignInAsync();

        using var answer = await browser.LaunchAsync();

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task A_patient_without_the_configured_identifier_is_not_guessed()
    {
        await using var viewer = await SmartViewer.StartAsync(
            ehr,
            ($"{SmartViewer.Issuer}:PatientIdSystem", "urn:oid:1.2.3")
        );
        var browser = await new SmartBrowser(ehr, viewer).SignInAsync();

        using var answer = await browser.LaunchAsync();

        Assert.Equal(
            "SmartPatientUnidentified: no identifier of the configured system",
            viewer.Audit.Last.Detail
        );
    }
}

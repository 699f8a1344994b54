using System.Net;
using System.Text.RegularExpressions;
using HeiChartViewer.Tests.E2E.Fixtures;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>Launches that must not open a chart: each its own status and page, none with a word about a patient.</summary>
[Collection(ViewerCollection.Name)]
public sealed partial class BadLaunchesSpec(Viewer viewer)
{
    private const string Partition = "877307a0-b5f5-4a01-9d4b-9fead6bcf788";

    public static TheoryData<string, int, string> Launches() =>
        new()
        {
            { "", 400, "PersonIdMissing" },
            { "?", 400, "PersonIdMissing" },
            { $"?dataPartitionId={Partition}", 400, "PersonIdMissing" },
            { $"?personId=&dataPartitionId={Partition}", 400, "PersonIdMissing" },
            { $"?personId=%20%20&dataPartitionId={Partition}", 400, "PersonIdMissing" },
            { $"?patientId=151579&dataPartitionId={Partition}", 400, "PersonIdMissing" },
            {
                $"?personId=151579&personId=151580&dataPartitionId={Partition}",
                400,
                "PersonIdDoubled"
            },
            {
                $"?personId=151579&personId=151579&dataPartitionId={Partition}",
                400,
                "PersonIdDoubled"
            },
            {
                $"?personId=151579&PERSONID=151579&dataPartitionId={Partition}",
                400,
                "PersonIdDoubled"
            },
            { $"?personId=$PAT_PersonId$&dataPartitionId={Partition}", 400, "PersonIdNotFilledIn" },
            {
                $"?personId=^$PAT_PersonId$^&dataPartitionId={Partition}",
                400,
                "PersonIdNotFilledIn"
            },
            { $"?personId={{personId}}&dataPartitionId={Partition}", 400, "PersonIdNotFilledIn" },
            { $"?personId=0&dataPartitionId={Partition}", 400, "PersonIdImplausible" },
            { $"?personId=0.00&dataPartitionId={Partition}", 400, "PersonIdImplausible" },
            { $"?personId=-151579&dataPartitionId={Partition}", 400, "PersonIdImplausible" },
            { $"?personId=151579,151580&dataPartitionId={Partition}", 400, "PersonIdImplausible" },
            { $"?personId=151579;151580&dataPartitionId={Partition}", 400, "PersonIdImplausible" },
            { $"?personId=151 579&dataPartitionId={Partition}", 400, "PersonIdImplausible" },
            { $"?personId=../151579&dataPartitionId={Partition}", 400, "PersonIdImplausible" },
            {
                $"?personId=151579%2F..%2Fx&dataPartitionId={Partition}",
                400,
                "PersonIdImplausible"
            },
            { $"?personId=151579%0A&dataPartitionId={Partition}", 400, "PersonIdImplausible" },
            { $"?personId=151579%00&dataPartitionId={Partition}", 400, "PersonIdImplausible" },
            {
                $"?personId=%E2%80%AE975151&dataPartitionId={Partition}",
                400,
                "PersonIdImplausible"
            },
            {
                $"?personId=%EF%BC%91%EF%BC%95&dataPartitionId={Partition}",
                400,
                "PersonIdImplausible"
            },
            {
                $"?personId=%3Cscript%3Ealert(1)%3C/script%3E&dataPartitionId={Partition}",
                400,
                "PersonIdImplausible"
            },
            {
                $"?personId={new string('7', 4096)}&dataPartitionId={Partition}",
                400,
                "PersonIdImplausible"
            },
            { "?personId=151579", 400, "PartitionMissing" },
            { "?personId=151579&dataPartitionId=", 400, "PartitionMissing" },
            {
                $"?personId=151579&dataPartitionId={Partition}&dataPartitionId={Partition}",
                400,
                "PartitionDoubled"
            },
            { "?personId=151579&dataPartitionId=St.%20Brigid", 400, "PartitionImplausible" },
            {
                "?personId=151579&dataPartitionId=877307a0b5f54a019d4b9fead6bcf788",
                400,
                "PartitionImplausible"
            },
            { $"?personId=151579&dataPartitionId=%7B{Partition}%7D", 400, "PartitionImplausible" },
            {
                "?personId=151579&dataPartitionId=00000000-0000-4000-8000-000000000000",
                404,
                "PartitionUnknown"
            },
            { $"?personId=4040404040&dataPartitionId={Partition}", 404, "PatientNotFound" },
            { $"?personId=4481207731&dataPartitionId={Partition}", 404, "PatientNotFound" },
        };

    [Theory]
    [MemberData(nameof(Launches))]
    public async Task Control_31_Each_bad_launch_is_named_and_says_nothing_of_a_patient(
        string query,
        int status,
        string code
    )
    {
        using var answer = await LaunchAsync(query);

        Assert.Equal(status, (int)answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains($"data-message=\"{code}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("151579", WithoutRetry(page), StringComparison.Ordinal);
        Assert.DoesNotContain("ROBERSON", page, StringComparison.OrdinalIgnoreCase);
        AssertHeaders(answer);
    }

    [Fact]
    public async Task Control_66_Two_matches_stop_and_nothing_picks_one()
    {
        var patient = await viewer.Sandbox.PatientAsync("two-matches");

        using var answer = await LaunchAsync(
            $"?personId={patient.PersonId}&dataPartitionId={patient.DataPartitionId}"
        );

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(
            "data-message=\"PatientAmbiguous\"",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("status", 401)]
    [InlineData("status", 403)]
    [InlineData("status", 429)]
    [InlineData("status", 500)]
    [InlineData("malformed", null)]
    [InlineData("stall", null)]
    public async Task Control_66_A_lookup_that_fails_is_not_a_patient_who_is_unknown(
        string kind,
        int? status
    )
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        await using var fault = await viewer.Sandbox.FailAsync(
            new
            {
                api = "patient",
                sourcePersonId = patient.PersonId,
                kind,
                status,
            }
        );

        using var answer = await LaunchAsync(
            $"?personId={patient.PersonId}&dataPartitionId={patient.DataPartitionId}"
        );

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("data-message=\"LookupFailed\"", page, StringComparison.Ordinal);
        Assert.Contains("it may well exist", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_21_A_good_launch_answers_303_and_its_address_names_nobody()
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");

        using var answer = await LaunchAsync(
            $"?personId={patient.PersonId}.00&dataPartitionId={patient.DataPartitionId}"
        );

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Matches(OpaqueAddress(), answer.Headers.Location!.ToString());
        // What binds the chart to this browser is random, and says nothing.
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.DoesNotContain(patient.PersonId, cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        AssertHeaders(answer);
    }

    private async Task<HttpResponseMessage> LaunchAsync(string query)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler);
        return await http.GetAsync(new Uri(viewer.App, "/launch" + query));
    }

    private void AssertHeaders(HttpResponseMessage answer)
    {
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains(
            "default-src 'none'; object-src 'none'; script-src 'self';",
            policy,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            $"frame-ancestors {viewer.Process.Ehr.GetLeftPart(UriPartial.Authority)}",
            policy,
            StringComparison.Ordinal
        );
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("X-Frame-Options"));
    }

    /// <summary>Only where trying again makes sense does a page repeat its own address.</summary>
    private static string WithoutRetry(string page) => RetryLink().Replace(page, "");

    [GeneratedRegex("href=\"/launch[^\"]*\"")]
    private static partial Regex RetryLink();

    [GeneratedRegex("^/chart/[A-Za-z0-9_-]{43}$")]
    private static partial Regex OpaqueAddress();
}

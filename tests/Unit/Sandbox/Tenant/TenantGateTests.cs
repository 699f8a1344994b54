using System.Net;
using HeiChartViewer.Sandbox;

namespace HeiChartViewer.Tests.Unit.Sandbox.Tenant;

public sealed class TenantGateTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    private static readonly string Allergies = SandboxHost.ListPath(
        SandboxHost.Analisa,
        "allergy",
        "allergies"
    );

    [Theory]
    [InlineData(null)]
    [InlineData("sandbox-bearer-tokeN")]
    [InlineData("")]
    public async Task Without_a_good_token_the_answer_is_the_401_seen_live(string? token)
    {
        using var caller = host.Caller(token);
        using var answer = await caller.GetAsync(Allergies);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var authority = host.Server.BaseAddress.Authority;
        Assert.Equal(
            $"Bearer realm={authority} OAuth realm={authority}",
            Assert.Single(answer.Headers.NonValidated["WWW-Authenticate"])
        );
        Assert.Equal(
            """{"code":401,"message":"Unauthorized","errorDetails":[{"locationType":"header","location":"Authorization","message":"header missing"}]}""",
            await answer.Content.ReadAsStringAsync()
        );
    }

    [Theory]
    [InlineData("patient", "demographics", 200)]
    [InlineData("allergy", "allergies", 200)]
    [InlineData("condition", "conditions", 200)]
    [InlineData("medication", "medications", 403)]
    [InlineData("immunization", "immunizations", 403)]
    [InlineData("procedure", "procedures", 403)]
    [InlineData("observation", "observations", 403)]
    [InlineData("encounter", "encounters", 403)]
    [InlineData("longitudinal-record", "document-references", 403)]
    public async Task An_account_reads_what_it_was_granted(string api, string plural, int status)
    {
        using var caller = host.Caller(SandboxOptions.LimitedBearerToken);
        using var answer = await caller.GetAsync(
            SandboxHost.ListPath(SandboxHost.Analisa, api, plural)
        );

        Assert.Equal(status, (int)answer.StatusCode);
        if (status == 403)
            Assert.Equal(403, (await SandboxHost.ReadAsync(answer)).GetProperty("code").GetInt32());
    }

    [Theory]
    [InlineData(
        "/allergy/v1/populations/00000000-0000-0000-0000-000000000000/patients/a2f6a16d-1331-4ccc-8f70-6c4d953ba70b/allergies",
        "populationId"
    )]
    [InlineData(
        "/allergy/v1/populations/1424e81d-8cea-4d6b-b140-d6630b684a58/patients/a2f6a16d-1331-4ccc-8f70-000000000000/allergies",
        "patientId"
    )]
    [InlineData(
        "/allergy/v1/populations/1424e81d-8cea-4d6b-b140-d6630b684a58/patients/a2f6a16d-1331-4ccc-8f70-6c4d953ba70b/allergies/nothing",
        "id"
    )]
    [InlineData(
        "/longitudinal-record/v1/populations/1424e81d-8cea-4d6b-b140-d6630b684a58/patients/a2f6a16d-1331-4ccc-8f70-6c4d953ba70b/binaries/nothing",
        "id"
    )]
    [InlineData("/data-source/v1/data-partitions/nothing", "id")]
    [InlineData("/nothing/v1/at.all", "path")]
    public async Task What_does_not_exist_is_a_404_that_says_what(string path, string location)
    {
        using var answer = await host.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        var error = await SandboxHost.ReadAsync(answer);
        Assert.Equal(404, error.GetProperty("code").GetInt32());
        Assert.Equal("Not Found", error.Text("message"));
        Assert.Equal(location, error.GetProperty("errorDetails")[0].Text("location"));
    }

    [Fact]
    public async Task Every_answer_carries_a_correlation_id_of_its_own()
    {
        using var stranger = host.Caller(null);
        var ids = new List<string>();
        foreach (var path in (string[])[Allergies, "/nothing", "/ehr", "/tenant/v1/tenant"])
        {
            using var answer = await stranger.GetAsync(path);
            ids.Add(Assert.Single(answer.Headers.GetValues("cerner-correlation-id")));
        }

        Assert.All(ids, id => Assert.True(Guid.TryParseExact(id, "D", out _)));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_reconstructed_operation_says_that_it_is_one()
    {
        Assert.True(await IsAssumedAsync("/data-source/v1/data-partitions"));
        Assert.True(
            await IsAssumedAsync(
                SandboxHost.ListPath(
                    SandboxHost.Analisa,
                    "longitudinal-record",
                    "document-references"
                )
            )
        );
        Assert.False(await IsAssumedAsync("/tenant/v1/tenant"));
        Assert.False(await IsAssumedAsync(Allergies));
    }

    private async Task<bool> IsAssumedAsync(string path)
    {
        using var answer = await host.Client.GetAsync(path);
        return answer.Headers.TryGetValues("x-sandbox-assumed", out var values)
            && values.Single() == "true";
    }
}

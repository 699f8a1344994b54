using System.Net;

namespace HeiChartViewer.Tests.Unit.Sandbox.Tenant;

public sealed class TenantRoutesTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    public static TheoryData<string, string> Lists()
    {
        var lists = new TheoryData<string, string>();
        foreach (var (api, plural) in SandboxHost.Lists)
            lists.Add(api, plural);
        return lists;
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_record_of_a_list_is_the_same_record_alone(string api, string plural)
    {
        var path = SandboxHost.ListPath(SandboxHost.Analisa, api, plural);
        var listed = (await host.GetAsync($"{path}?limit=1")).GetProperty("items")[0];

        var single = await host.GetAsync($"{path}/{listed.Text("id")}");

        Assert.Equal(listed.GetRawText(), single.GetRawText());
        Assert.Equal(
            listed.GetRawText(),
            (await host.GetAsync($"{path}/{listed.Text("id")}/")).GetRawText()
        );
    }

    [Theory]
    [InlineData("allergy", "allergies", 36)]
    [InlineData("observation", "observations", 36)]
    [InlineData("encounter", "encounters", 36)]
    [InlineData("condition", "conditions", 83)]
    [InlineData("immunization", "immunizations", 83)]
    [InlineData("medication", "medications", 64)]
    [InlineData("procedure", "procedures", 64)]
    [InlineData("patient", "demographics", 64)]
    [InlineData("longitudinal-record", "document-references", 64)]
    public async Task Ids_have_the_shape_of_their_kind(string api, string plural, int length)
    {
        var records = await host.AllAsync(SandboxHost.Analisa, api, plural);
        Assert.NotEmpty(records);
        Assert.All(records, record => Assert.Equal(length, record.Text("id")!.Length));
    }

    [Fact]
    public async Task A_record_of_somebody_else_is_not_found()
    {
        var other = await host.PatientIdAsync("bleed-1");
        var theirs = (await host.AllAsync(other, "allergy", "allergies"))[0].Text("id");
        using var answer = await host.Client.GetAsync(
            $"{SandboxHost.ListPath(SandboxHost.Analisa, "allergy", "allergies")}/{theirs}"
        );
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_document_leads_to_its_bytes()
    {
        foreach (
            var document in await host.AllAsync(
                SandboxHost.Analisa,
                "longitudinal-record",
                "document-references"
            )
        )
        {
            var content = document.GetProperty("contents")[0];
            using var answer = await host.Client.GetAsync(
                $"{SandboxHost.ListPath(SandboxHost.Analisa, "longitudinal-record", "binaries")}/{content.GetProperty("binary").Text("id")}"
            );
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal(content.GetProperty("size").GetInt32(), bytes.Length);
        }
    }

    [Fact]
    public async Task The_tenant_and_its_partitions_have_names()
    {
        Assert.Equal("sandbox", (await host.GetAsync("/tenant/v1/tenant")).Text("mnemonic"));
        var partitions = await host.GetAsync("/data-source/v1/data-partitions");
        Assert.Equal(
            [
                "St. Brigid Millennium",
                "Eastside Clinics",
                "Northgate Claims",
                "Westlake Family Practice",
            ],
            partitions.GetProperty("items").EnumerateArray().Select(item => item.Text("name")!)
        );
        Assert.Equal(
            "St. Brigid Millennium",
            (await host.GetAsync($"/data-source/v1/data-partitions/{SandboxHost.StBrigid}")).Text(
                "name"
            )
        );
    }
}

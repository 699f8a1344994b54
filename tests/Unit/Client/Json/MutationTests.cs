using System.Text;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Legacy;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Json;

public sealed class MutationTests
{
    private const int Bodies = 2000;

    [Fact]
    public async Task Any_broken_body_gives_a_value_or_a_typed_error()
    {
        var random = new Random(20261123);
        var body = Array.Empty<byte>();
        var transport = new StubTransport(
            (_, _) =>
            {
                var answer = Answer.Ok("");
                answer.Content = new ByteArrayContent(body);
                return answer;
            }
        );
        using var client = Wire.Client(transport);
        var reads = Reads(client);
        int values = 0,
            errors = 0;

        for (var i = 0; i < Bodies; i++)
        {
            var (sample, read) = reads[i % reads.Count];
            body = Mutation.Of(Encoding.UTF8.GetBytes(sample), random);
            try
            {
                await read();
                values++;
            }
            catch (ContractViolationException)
            {
                errors++;
            }
        }

        Assert.Equal(Bodies, values + errors);
        Assert.InRange(values, 1, Bodies - 1);
    }

    private static List<(string Sample, Func<Task> Read)> Reads(HealtheIntentClient client)
    {
        var lookup = """{"items":[{"sourcePersonId":"1","patient":{"id":"p"}}]}""";
        var search =
            """{"items":[{"id":{"id":"p"}},{"id":"q"}],"totalResults":2,"nextLink":"https://x/"}""";
        return
        [
            (Page("allergy"), () => List(client.Allergies)),
            (Page("condition"), () => List(client.Conditions)),
            (Page("medication"), () => List(client.Medications)),
            (Page("immunization"), () => List(client.Immunizations)),
            (Page("procedure"), () => List(client.Procedures)),
            (Page("observation"), () => List(client.Observations)),
            (Page("encounter"), () => List(client.Encounters)),
            (Page("document-reference"), () => List(client.Documents)),
            (Page("medication-dispense"), () => List(client.MedicationDispenses)),
            (
                Page("chart-search-hit"),
                () =>
                    client
                        .ChartSearch.SearchAsync(
                            Wire.Population,
                            Wire.Patient,
                            new ChartSearchRequest("x")
                        )
                        .AllAsync()
            ),
            (
                Page("demographics"),
                () =>
                    client.Patients.ListDemographicsAsync(Wire.Population, Wire.Patient).AllAsync()
            ),
            (
                lookup,
                () => client.Patients.LookupAsync(Wire.Population, new SourceIdentifier("p", "1"))
            ),
            (
                search,
                () => client.Patients.SearchAsync(Wire.Population, new PatientSearch { Name = "x" })
            ),
            (
                """{"response":{"fields":[{"field_name":"empi_person_id","field_value":"p"}],"error":{}}}""",
                () => client.Legacy.LookupAsync(Wire.Population, new SourceIdentifier("p", "1"))
            ),
            (
                $$"""{"persons":[{{LegacySamples.Person}}],"more_results":false,"total_results":1}""",
                () =>
                    client.Legacy.SearchAsync(Wire.Population, new LegacyPersonSearch()).AllAsync()
            ),
            (
                LegacySamples.Registries,
                () => client.Registries.GetAsync(Wire.Population, Wire.Patient)
            ),
        ];
    }

    private static string Page(string kind) =>
        $$"""{"items":[{{Samples.All[kind]}}],"firstLink":"","nextLink":null,"totalResults":1}""";

    private static Task<List<Page<T>>> List<T>(RecordApi<T> api)
        where T : ClinicalRecord => api.ListAsync(Wire.Population, Wire.Patient).AllAsync();
}

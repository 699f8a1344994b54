using System.Text.Json;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Records;

namespace HeiChartViewer.Sandbox.Exchange;

/// <summary>A population of one's own in a file: what the sandbox wrote it can read, and the other way round.</summary>
internal static class PopulationFile
{
    /// <summary>Reads a population and checks it whole.</summary>
    /// <exception cref="SandboxOptionsException">The file is not there, or something in it is wrong.</exception>
    public static TenantPopulation Read(string path)
    {
        PopulationContent content;
        try
        {
            using var file = File.OpenRead(path);
            content =
                JsonSerializer.Deserialize(file, ExchangeJson.Default.PopulationContent)
                ?? throw new JsonException("The file holds null.");
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Unusable(path, [exception.Message]);
        }

        var errors = PopulationCheck.Errors(content);
        if (errors.Count > 0)
            throw Unusable(path, errors);

        var partitions = content.DataPartitions.ToDictionary(
            partition => partition.Id,
            partition => new DataPartition(
                partition.Id,
                partition.Name,
                partition.Kind,
                partition.AliasSystem ?? $"urn:data-partition:{partition.Id}"
            )
        );
        // Everything is in memory already: there is nothing to write again.
        var recent = new RecentCharts(1);
        return new TenantPopulation(
            [.. partitions.Values],
            [.. content.Patients.Select(patient => PersonOf(patient, partitions, recent))]
        );
    }

    /// <summary>Writes a population.</summary>
    /// <exception cref="SandboxOptionsException">The file cannot be written.</exception>
    public static void Write(TenantPopulation population, string path) =>
        Write(population.DataPartitions.Select(EntryOf), population.People.Select(EntryOf), path);

    /// <summary>Writes entries, patient after patient: no more than one of them has to be in memory.</summary>
    /// <exception cref="SandboxOptionsException">The file cannot be written.</exception>
    public static void Write(
        IEnumerable<DataPartitionEntry> partitions,
        IEnumerable<PatientEntry> patients,
        string path
    ) =>
        ExchangeFile.Save(
            path,
            stream =>
            {
                using var json = new Utf8JsonWriter(stream);
                json.WriteStartObject();
                json.WriteString("format", PopulationContent.CurrentFormat);
                json.WriteStartArray("dataPartitions");
                foreach (var partition in partitions)
                    JsonSerializer.Serialize(
                        json,
                        partition,
                        ExchangeJson.Default.DataPartitionEntry
                    );
                json.WriteEndArray();
                json.WriteStartArray("patients");
                foreach (var patient in patients)
                {
                    JsonSerializer.Serialize(json, patient, ExchangeJson.Default.PatientEntry);
                    json.Flush();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );

    private static SandboxOptionsException Unusable(string path, IReadOnlyList<string> errors) =>
        new([
            .. errors.Select(error =>
                $"{SandboxOptions.Section}:{nameof(SandboxOptions.Population)} {path}: {error}"
            ),
        ]);

    private static Person PersonOf(
        PatientEntry patient,
        Dictionary<string, DataPartition> partitions,
        RecentCharts recent
    )
    {
        var chart = StoredCharts.Of(patient);
        Demographic[] demographics =
        [
            .. patient
                .Records["demographics"]
                .Select(record => record.Deserialize(DemographicJson.Default.Demographic)!),
        ];
        return new Person(_ => demographics, _ => chart, recent)
        {
            Key = patient.Key,
            Title = patient.Title ?? patient.Key,
            What = patient.What ?? "",
            PatientId = patient.PatientId,
            Name = new PersonName(patient.Name.Given, patient.Name.Family),
            Sex = patient.Sex,
            Born = patient.Born,
            Died = patient.Died,
            Sources =
            [
                .. patient.Sources.Select(source => new SourcePerson(
                    partitions[source.DataPartitionId],
                    source.PersonId,
                    source.Mrn ?? source.PersonId
                )),
            ],
            Sentinel = patient.Sentinel,
            IsCase = patient.IsCase,
            Location = patient.Location ?? "",
            BornAccordingTo = new Dictionary<DataPartition, DateOnly>(),
            SexAccordingTo = new Dictionary<DataPartition, Sex>(),
        };
    }

    private static DataPartitionEntry EntryOf(DataPartition partition) =>
        new()
        {
            Id = partition.Id,
            Name = partition.Name,
            Kind = partition.Kind,
            AliasSystem = partition.AliasSystem,
        };

    private static PatientEntry EntryOf(Person person)
    {
        var chart = person.Chart;
        return new PatientEntry
        {
            Key = person.Key,
            Title = person.Title,
            What = person.What,
            PatientId = person.PatientId,
            Name = new NameEntry { Given = person.Name.Given, Family = person.Name.Family },
            Sex = person.Sex,
            Born = person.Born,
            Died = person.Died,
            Location = person.Location,
            IsCase = person.IsCase,
            Sentinel = person.Sentinel,
            Sources =
            [
                .. person.Sources.Select(source => new SourceEntry
                {
                    DataPartitionId = source.Partition.Id,
                    PersonId = source.PersonId,
                    Mrn = source.Mrn,
                }),
            ],
            Records = ChartLists.All.ToDictionary(
                list => list.Member,
                list =>
                    (IReadOnlyList<JsonElement>)
                        [
                            .. list.Of(chart)
                                .All.Select(record => JsonElement.Parse(record.Json.Span)),
                        ]
            ),
            Binaries = chart.Binaries.ToDictionary(
                binary => binary.Key,
                binary => new BinaryEntry
                {
                    ContentType = binary.Value.ContentType,
                    Base64 = binary.Value.Bytes.ToArray(),
                }
            ),
        };
    }
}

using System.Text.Json.Serialization.Metadata;
using HealtheIntent.Client;
using HealtheIntent.Client.Json;

namespace HeiChartViewer.Tests.Unit.Client.Json;

/// <summary>One object of each model with every member the contract documents or infers (contract 3.3, 5 to 7 and 12).</summary>
internal static class Samples
{
    public const string Concept = """
        {"codings":[{"system":"2.16.840.1.113883.6.96","code":"1","display":"d"}],"sourceCodings":[{"system":"urn:cerner:coding:codingsystem:codeset:72","code":"2","display":"s"}],"concepts":[{"contextId":"AB","alias":"A_B"}],"text":"t"}
        """;

    private const string Asserter = """
        {"type":"PROVIDER","provider":{"aliases":[{"type":"DEA","system":"x","value":"1"}],"name":{"prefix":"Dr","given":["Gi"],"family":["Fa"],"suffix":"MD","formatted":"Fa, Gi"}},"providerRoles":[CC]}
        """;

    private const string Common = """
        "sourceIdentifier":{"dataPartitionId":"p","id":"1"},"encounter":{"id":"e"},"patient":{"id":"pt"},"notes":[{"date":"2020","text":"n","author":AS,"type":CC}],"provenances":[{"recordedOn":"2020-01-01T00:00:00Z","agents":[{"type":"x"}]}],"later":{"added":[1,"2"]}
        """;

    public static IReadOnlyDictionary<string, string> All { get; } =
        new Dictionary<string, string>
        {
            ["allergy"] = Fill(
                """{"id":"i","assertedOn":"2018-04-01T13:21:12.123Z","onset":"2019","resolvedOn":"2019-02","status":CC,"type":CC,"category":CC,"code":CC,"criticality":CC,"asserter":AS,"reactions":[{"reaction":CC,"severity":CC}],COMMON}"""
            ),
            ["condition"] = Fill(
                """{"id":"i","assertedOn":"2011-03-24","classification":CC,"code":CC,"category":CC,"type":CC,"status":CC,"verificationStatus":CC,"severity":CC,"onset":"2011-03","resolvedOn":"2012","effectiveDate":"2011","asserter":AS,COMMON}"""
            ),
            ["medication"] = Fill(
                """{"id":"i","additionalInstructions":"a","aliases":[{"system":"s","value":"v"}],"asNeeded":true,"category":CC,"code":CC,"frequency":CC,"route":CC,"form":CC,"intendedAdministrator":"n","intendedDispenser":"d","referenceDrug":{"brandType":"b","more":1},"status":CC,"dose":{"value":"5.0","unit":CC},"prescribedOn":"2020-01-01","start":"2020-01-02","end":"2020-01-03","prescriber":AS,"refills":"2","quantity":{"value":"30","unit":CC},COMMON}"""
            ),
            ["immunization"] = Fill(
                """{"id":"i","code":CC,"status":CC,"occurredOn":"2019-10-02","notGiven":false,"notGivenReasons":[CC],"site":CC,"route":CC,"dose":{"value":"0.5","unit":CC},"lotNumber":"L","manufacturer":"M","performers":[AS],COMMON}"""
            ),
            ["procedure"] = Fill(
                """{"id":"i","code":CC,"modifiers":[CC],"status":CC,"category":CC,"start":"2013-08-01","end":"2013-08-01T09:00:00.000Z","performers":[AS],"location":{"facility":"f","building":"b","unit":"u","text":"t"},COMMON}"""
            ),
            ["observation"] = Fill(
                """{"id":"i","aliases":[{"system":"https://fhir.cerner.com/ceuuid","value":"v"}],"code":CC,"category":[CC],"status":CC,"effectiveOn":"2020-03-01T10:00:00.000Z","value":{"type":"QUANTITY","quantity":{"value":"37.20","comparator":"<","unit":CC}},"interpretation":CC,"referenceRanges":[{"low":{"value":"1","unit":CC},"high":{"value":"2","unit":CC},"text":"1-2"}],"components":[{"code":CC,"value":{"type":"TEXT","text":"w"},"interpretation":CC,"referenceRanges":[{"text":"r"}]}],"performers":[AS],COMMON}"""
            ),
            ["encounter"] = Fill(
                """{"id":"i","aliases":[{"system":"s","type":"FIN","value":"v"}],"status":CC,"classification":CC,"type":CC,"start":"2020-01-01T00:00:00Z","end":"2020-01-02T00:00:00Z","location":{"facility":"f","building":"b","unit":"u"},"hospitalService":CC,"providers":[AS],"reasons":[CC],"admissionDisposition":CC,"dischargeDisposition":CC,COMMON}"""
            ),
            ["document-reference"] = Fill(
                """{"id":"i","status":CC,"type":CC,"category":CC,"description":"d","createdOn":"2020-01-01T00:00:00Z","authors":[AS],"contents":[{"title":"t","contentType":"text/plain","size":1234,"binary":{"id":"b"}}],COMMON}"""
            ),
            ["medication-dispense"] = Fill(
                """{"id":"i","aliases":[{"system":"s","type":"RX","value":"v"}],"code":CC,"status":CC,"category":CC,"type":CC,"dispensedOn":"2020-01-01","quantity":{"value":"30","unit":CC},"daysSupply":{"value":"30","unit":CC},"instructions":"n","dispenser":AS,"medication":{"id":"m"},COMMON}"""
            ),
            ["chart-search-hit"] = Fill(
                """{"id":"i","rank":1,"score":0.93,"type":"DOCUMENT","title":"ED Note","category":"CLINICAL_NOTE","section":"CHIEF_COMPLAINT","date":"2020-03-01T10:00:00Z","snippets":[{"text":"a <em>b</em> c"}],"matchedConcepts":[{"contextId":"AB","alias":"A_B","display":"d"}],"matchedTerms":["pizza"],"document":{"id":"d"},"encounter":{"id":"e"},"sourceIdentifier":{"dataPartitionId":"p","id":"1"},"later":[true]}"""
            ),
            ["demographics"] = Fill(
                """{"id":"i","sourceIdentifier":{"dataPartitionId":"p","id":"1"},"patient":{"id":"pt"},"names":[{"use":"u","prefix":"p","givenNames":["A"],"familyNames":["R"],"suffix":"s","formatted":"R, A"}],"birthDate":"1934-08-20","birthSex":CC,"gender":CC,"maritalStatus":CC,"races":[CC],"ethnicities":[CC],"languages":[CC],"religions":[CC],"deceased":true,"deathDate":"2020","addresses":[{"use":"HOME","text":"t","lines":["1 A St"],"city":"c","state":"s","postalCode":"1","country":"USA"}],"telecoms":[{"system":"PHONE","use":"HOME","value":"1"}],"emailAddresses":[{"value":"a@example.org"}],"aliases":[{"system":"s","type":"MRN","value":"v"}],"providers":[AS],"provenances":[{"a":1}],"later":[true]}"""
            ),
            ["persistent-hcc"] =
                """{"id":"i","code":"1","diagnosisCode":"2","diagnosisCodeDescription":"d","diagnosisCodeSystemId":"s","lastServiceDate":"2020-01-01","status":"PENDING","stratification":"3","stratificationCategory":"HIGH","aliases":[{"system":"s","type":"NPI","value":"v"}],"supportingFacts":[{"name":"n","value":"v","lastServiceDate":"2020"}],"competingFacts":[{"name":"n","value":"v","lastServiceDate":"2020"}],"later":1}""",
            ["measurement-period"] =
                """{"id":"i","name":"n","start":"2020-01-01","end":"2020-12-31","later":1}""",
            ["recommendation-field"] = """{"id":"i","name":"n","description":"d","later":1}""",
            ["measure-parameter"] =
                """{"id":"i","name":"n","description":"d","value":"v","later":1}""",
            ["cohort-algorithm"] =
                """{"id":"i","name":"n","description":"d","version":"1","later":1}""",
            ["cohort"] =
                """{"id":"i","name":"n","description":"d","algorithm":{"id":"a"},"later":1}""",
            ["consumer"] =
                """{"id":"i","name":{"use":"u","prefix":"p","givenNames":["A"],"middle":["M"],"familyNames":["R"],"suffix":"s","formatted":"R, A"},"sourceIdentifiers":[{"dataPartitionId":"p","id":"1"}],"aliases":[{"system":"s","type":"NPI","value":"v"}],"patients":[{"id":"pt","population":{"id":"pop"}}],"later":1}""",
            ["personnel"] =
                """{"id":"i","name":{"use":"u","prefix":"p","givenNames":["A"],"middle":["M"],"familyNames":["R"],"suffix":"s","formatted":"R, A"},"aliases":[{"system":"s","type":"NPI","value":"v"}],"gender":"FEMALE","birthDate":"1970-01-01","addresses":[{"use":"HOME","text":"t","lines":["1 A St"],"city":"c","state":"s","postalCode":"1","country":"USA"}],"phoneNumbers":[{"type":"WORK","value":"1","primary":true}],"emailAddresses":[{"type":"WORK","value":"1","primary":true}],"later":1}""",
            ["personnel-group"] = """{"id":"i","name":"n","description":"d","later":1}""",
            ["organization"] =
                """{"id":"i","name":"n","aliases":[{"system":"s","type":"NPI","value":"v"}],"addresses":[{"use":"HOME","text":"t","lines":["1 A St"],"city":"c","state":"s","postalCode":"1","country":"USA"}],"phoneNumbers":[{"type":"WORK","value":"1","primary":true}],"parent":{"id":"o"},"later":1}""",
            ["organization-location"] =
                """{"id":"i","name":"n","organization":{"id":"o"},"addresses":[{"use":"HOME","text":"t","lines":["1 A St"],"city":"c","state":"s","postalCode":"1","country":"USA"}],"phoneNumbers":[{"type":"WORK","value":"1","primary":true}],"later":1}""",
            ["data-source"] =
                """{"id":"i","name":"n","description":"d","service":"CLASSIC","tags":[{"key":"k","value":"v"}],"createdAt":"2020-01-01T00:00:00Z","updatedAt":"2020-01-02T00:00:00Z","later":1}""",
            ["data-partition"] = """{"id":"i","name":"n","description":"d","later":1}""",
            ["tenant"] =
                """{"id":"i","mnemonic":"cernerdemo","name":"Demo","timeZone":"America/Chicago","defaultLocale":"en-US","status":{"state":"ACTIVE","startedOn":"2015-01-01"},"locales":["en-US"],"cernerMnemonics":["DEMO"],"later":1}""",
        };

    /// <summary>How each is read.</summary>
    public static IReadOnlyDictionary<string, JsonTypeInfo> Types { get; } =
        new Dictionary<string, JsonTypeInfo>(
            RecordKind.All.Select(kind =>
                KeyValuePair.Create(
                    kind.Name,
                    HealtheIntentJson.Default.GetTypeInfo(kind.RecordType)!
                )
            )
        )
        {
            ["demographics"] = HealtheIntentJson.Default.DemographicRecord,
            ["chart-search-hit"] = HealtheIntentJson.Default.ChartSearchHit,
            ["persistent-hcc"] = HealtheIntentJson.Default.PersistentHcc,
            ["measurement-period"] = HealtheIntentJson.Default.MeasurementPeriod,
            ["recommendation-field"] = HealtheIntentJson.Default.RecommendationField,
            ["measure-parameter"] = HealtheIntentJson.Default.MeasureParameter,
            ["cohort-algorithm"] = HealtheIntentJson.Default.CohortAlgorithm,
            ["cohort"] = HealtheIntentJson.Default.Cohort,
            ["consumer"] = HealtheIntentJson.Default.Consumer,
            ["personnel"] = HealtheIntentJson.Default.Personnel,
            ["personnel-group"] = HealtheIntentJson.Default.PersonnelGroup,
            ["organization"] = HealtheIntentJson.Default.Organization,
            ["organization-location"] = HealtheIntentJson.Default.OrganizationLocation,
            ["data-source"] = HealtheIntentJson.Default.DataSource,
            ["data-partition"] = HealtheIntentJson.Default.DataPartitionDetails,
            ["tenant"] = HealtheIntentJson.Default.Tenant,
        };

    private static string Fill(string template) =>
        template
            .Replace("COMMON", Common.Trim(), StringComparison.Ordinal)
            .Replace("AS", Asserter.Trim(), StringComparison.Ordinal)
            .Replace("CC", Concept.Trim(), StringComparison.Ordinal);
}

using HealtheIntent.Client.Json;
using HealtheIntent.Client.Sessions;
using HealtheIntent.Client.Transport;
using Microsoft.Extensions.Logging;

namespace HealtheIntent.Client;

/// <summary>
/// A client of one tenant of HealtheIntent. Safe to share between threads; make one and keep it, through
/// <c>services.AddHealtheIntent(…)</c> or <see cref="Create"/>.
/// </summary>
/// <remarks>
/// The platform applies no authorization of users (contract 0): the application must decide who may see which patient
/// before it calls. What comes back may have been filtered by the tenant's sensitive-data filters (contract 8.8).
/// </remarks>
public sealed class HealtheIntentClient : IDisposable
{
    private readonly IDisposable? _owned;

    private readonly ApiCaller _caller;

    internal HealtheIntentClient(ApiCaller caller, IDisposable? owned = null)
    {
        _caller = caller;
        _owned = owned;
        var json = HealtheIntentJson.Default;
        Patients = new PatientApi(caller);
        Allergies = new(caller, RecordKind.Allergy, json.ListReplyAllergy, json.Allergy);
        Conditions = new(caller, RecordKind.Condition, json.ListReplyCondition, json.Condition);
        Medications = new(caller, RecordKind.Medication, json.ListReplyMedication, json.Medication);
        Immunizations = new(
            caller,
            RecordKind.Immunization,
            json.ListReplyImmunization,
            json.Immunization
        );
        Procedures = new(caller, RecordKind.Procedure, json.ListReplyProcedure, json.Procedure);
        Observations = new(
            caller,
            RecordKind.Observation,
            json.ListReplyObservation,
            json.Observation
        );
        Encounters = new(caller, RecordKind.Encounter, json.ListReplyEncounter, json.Encounter);
        Documents = new(
            caller,
            RecordKind.DocumentReference,
            json.ListReplyDocumentReference,
            json.DocumentReference
        );
        Legacy = new LegacyRecordApi(caller);
        Registries = new RegistryApi(caller);
        MedicationDispenses = new(
            caller,
            RecordKind.MedicationDispense,
            json.ListReplyMedicationDispense,
            json.MedicationDispense
        );
        ChartSearch = new ChartSearchApi(caller);
        Hccs = new HccApi(caller);
        QualityMeasures = new QualityMeasureApi(caller);
        Cohorts = new CohortApi(caller);
        Consumers = new ConsumerApi(caller);
        Personnel = new PersonnelApi(caller);
        Organizations = new OrganizationApi(caller);
        DataSources = new DataSourceApi(caller);
        Tenant = new TenantApi(caller);
    }

    /// <summary>The ID lookup, the search, and the demographics.</summary>
    public PatientApi Patients { get; }

    /// <summary>Allergies, and the statements that there are none.</summary>
    public RecordApi<Allergy> Allergies { get; }

    /// <summary>Problems and diagnoses.</summary>
    public RecordApi<Condition> Conditions { get; }

    /// <summary>Orders, patients' statements and claims.</summary>
    public RecordApi<Medication> Medications { get; }

    /// <summary>Vaccines given and not given.</summary>
    public RecordApi<Immunization> Immunizations { get; }

    /// <summary>Procedures.</summary>
    public RecordApi<Procedure> Procedures { get; }

    /// <summary>Results, vital signs and characteristics.</summary>
    public RecordApi<Observation> Observations { get; }

    /// <summary>Visits and stays.</summary>
    public RecordApi<Encounter> Encounters { get; }

    /// <summary>What is known about documents; what they say is opened by <see cref="DocumentBinaries.OpenBinaryAsync"/>.</summary>
    public RecordApi<DocumentReference> Documents { get; }

    /// <summary>The older HealtheRecord API: lookup, search and demographics.</summary>
    public LegacyRecordApi Legacy { get; }

    /// <summary>The older HealtheRegistries API: programs and quality measures.</summary>
    public RegistryApi Registries { get; }

    /// <summary>Drugs handed over.</summary>
    public RecordApi<MedicationDispense> MedicationDispenses { get; }

    /// <summary>The search in one patient's chart.</summary>
    public ChartSearchApi ChartSearch { get; }

    /// <summary>Condition categories for risk adjustment.</summary>
    public HccApi Hccs { get; }

    /// <summary>What quality is measured by.</summary>
    public QualityMeasureApi QualityMeasures { get; }

    /// <summary>Groups of patients by rule.</summary>
    public CohortApi Cohorts { get; }

    /// <summary>People as users of consumer services.</summary>
    public ConsumerApi Consumers { get; }

    /// <summary>Who works for the tenant.</summary>
    public PersonnelApi Personnel { get; }

    /// <summary>Organizations and their locations.</summary>
    public OrganizationApi Organizations { get; }

    /// <summary>Where data comes from, and what its partitions are called.</summary>
    public DataSourceApi DataSources { get; }

    /// <summary>The tenant itself.</summary>
    public TenantApi Tenant { get; }

    /// <summary>Makes a client without a service container. Dispose it at the end of the process.</summary>
    /// <param name="options">How to reach the tenant; read once, but for the credential, which is read again as it changes.</param>
    /// <param name="transport">What sends the requests; not set, a pool of connections of the client's own.</param>
    /// <param name="time">The clock; not set, the system's.</param>
    /// <param name="logging">Where to log; not set, nowhere.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options are wrong; every error is named.</exception>
    public static HealtheIntentClient Create(
        HealtheIntentOptions options,
        HttpMessageHandler? transport = null,
        TimeProvider? time = null,
        ILoggerFactory? logging = null
    ) => HandlerChain.CreateClient(options, transport, time, logging);

    /// <summary>
    /// Opens a session, for one reader and one patient. Within it, identical reads at the same time are one request, and
    /// what came with a validator is asked for again by it (contract 4.6, 8.4); nothing is answered without asking the
    /// platform, and nothing is shared with another session. Connections, pace and breakers are this client's.
    /// </summary>
    /// <returns>A client to read with; dispose it to end the session and drop what it kept.</returns>
    public HealtheIntentClient OpenSession()
    {
        var session = new ReadSession(_caller.Limits.MaxSessionBytes);
        return new HealtheIntentClient(_caller.In(session), session);
    }

    /// <summary>This client, or this session, for work that nobody waits for: its calls queue behind the others.</summary>
    /// <returns>A view that needs no disposal.</returns>
    public HealtheIntentClient InBackground() => new(_caller.InBackground());

    /// <summary>Ends a session; or closes the connections of a client that <see cref="Create"/> made.</summary>
    public void Dispose() => _owned?.Dispose();
}

using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.CareGaps;
using HeiChartViewer.Web.Chart.Display;
using HeiChartViewer.Web.Chart.Documents;
using HeiChartViewer.Web.Chart.Finding;
using HeiChartViewer.Web.Chart.Glass;
using HeiChartViewer.Web.Chart.Printing;
using HeiChartViewer.Web.Chart.Raw;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Chart.Visits;
using HeiChartViewer.Web.Search;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Hosting;

/// <summary>The features, reducers and effects of the store, one store for each circuit.</summary>
public static class ChartStore
{
    /// <summary>Adds them.</summary>
    public static void AddChartStore(this IServiceCollection services)
    {
        services.AddSection(RecordSections.Demographics);
        services.AddSingleton(provider =>
            RecordSections.CareGaps(
                provider.GetRequiredService<TenantClients>(),
                provider.GetRequiredService<TimeProvider>()
            )
        );
        services.AddAhead<RegistryProgram>();
        services.AddSingleton(provider =>
            RecordSections.Risk(
                provider.GetRequiredService<TenantClients>(),
                provider.GetRequiredService<TimeProvider>()
            )
        );
        services.AddAhead<RiskStatement>();
        services.AddRecordSection(RecordSections.Allergies);
        services.AddRecordSection(RecordSections.Conditions);
        services.AddRecordSection<Medication>(RecordSections.Medications);
        services.AddRecordSection(RecordSections.Dispenses);
        services.AddRecordSection(RecordSections.Results);
        services.AddRecordSection(RecordSections.Encounters);
        services.AddRecordSection(RecordSections.Immunizations);
        services.AddRecordSection(RecordSections.Procedures);
        services.AddRecordSection(RecordSections.Documents);

        services.AddScoped<TenantSearch>();
        services.AddSingleton<DocumentTickets>();
        services.AddSingleton<DocumentReading>();

        services.AddFlux(store =>
            store
                .AddFeature<ChartFeature>()
                .AddReducers(typeof(ChartReducers))
                .AddEffects<ChartEffects>()
                .AddEffects<ClosingEffects>()
                .AddSection<DemographicRecord>()
                .AddSection<Allergy>()
                .AddSection<Condition>()
                .AddSection<Medication>()
                .AddSection<MedicationDispense>()
                .AddSection<Observation>()
                .AddSection<Encounter>()
                .AddSection<Immunization>()
                .AddSection<Procedure>()
                .AddSection<DocumentReference>()
                .AddSection<RegistryProgram>()
                .AddSection<RiskStatement>()
                .AddFeature<FindFeature>()
                .AddReducers(typeof(FindReducers))
                .AddEffects<FindEffects>()
                .AddFeature<VisitFeature>()
                .AddReducers(typeof(VisitReducers))
                .AddFeature<DocumentFeature>()
                .AddReducers(typeof(DocumentReducers))
                .AddEffects<DocumentEffects>()
                .AddFeature<RawFeature>()
                .AddReducers(typeof(RawReducers))
                .AddEffects<RawEffects>()
                .AddFeature<PrintFeature>()
                .AddReducers(typeof(PrintReducers))
                .AddEffects<PrintEffects>()
                .AddFeature<DisplayFeature>()
                .AddReducers(typeof(DisplayReducers))
                .AddFeature<GlassFeature>()
                .AddReducers(typeof(GlassReducers))
                .AddEffects<GlassEffects>()
                .AddFeature<PersonSearchFeature>()
                .AddReducers(typeof(PersonSearchReducers))
                .AddEffects<PersonSearchEffects>()
        );
    }

    private static void AddAhead<TRecord>(this IServiceCollection services)
    {
        services.AddSingleton<SectionAhead<TRecord>>();
        services.AddSingleton<ISectionAhead>(provider =>
            provider.GetRequiredService<SectionAhead<TRecord>>()
        );
    }

    private static FluxOptions AddSection<TRecord>(this FluxOptions store) =>
        store
            .AddFeature<SectionFeature<TRecord>>()
            .AddReducers(typeof(SectionReducers<TRecord>))
            .AddEffects<SectionEffects<TRecord>>();

    private static void AddSection<TRecord>(
        this IServiceCollection services,
        Func<TenantClients, SectionDefinition<TRecord>> define
    )
    {
        services.AddSingleton(provider => define(provider.GetRequiredService<TenantClients>()));
        services.AddAhead<TRecord>();
    }

    private static void AddRecordSection<TRecord>(
        this IServiceCollection services,
        Func<TenantClients, RecordSection<TRecord>> define
    )
        where TRecord : ClinicalRecord =>
        services.AddRecordSection((clients, _) => define(clients));

    private static void AddRecordSection<TRecord>(
        this IServiceCollection services,
        Func<TenantClients, TimeProvider, RecordSection<TRecord>> define
    )
        where TRecord : ClinicalRecord
    {
        services.AddSingleton(provider =>
            define(
                provider.GetRequiredService<TenantClients>(),
                provider.GetRequiredService<TimeProvider>()
            )
        );
        services.AddSingleton<SectionDefinition<TRecord>>(provider =>
            provider.GetRequiredService<RecordSection<TRecord>>()
        );
        services.AddAhead<TRecord>();
        services.AddScoped<ISectionIndex, SectionIndex<TRecord>>();
        services.AddSingleton<IRawRecords, RawRecords<TRecord>>();
    }
}

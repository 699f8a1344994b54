using System.Runtime.CompilerServices;
using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.CareGaps;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Chart.Records;

/// <summary>The nine sections of clinical records, a part for each, the demographics and the registries: where each is read and what is shown of it.</summary>
public static partial class RecordSections
{
    /// <summary>Demographics.</summary>
    public static SectionDefinition<DemographicRecord> Demographics(TenantClients clients) =>
        new()
        {
            Api = "patient",
            View = ChartView.Demographics,
            Read = (session, cancellation) =>
                clients
                    .Of(session)
                    .Patients.ListDemographicsAsync(
                        session.PopulationId,
                        session.PatientId,
                        cancellationToken: cancellation
                    ),
            PatientOf = record => record.Patient?.Id,
        };

    /// <summary>The programs of the registries; one answer, and all of it.</summary>
    public static SectionDefinition<RegistryProgram> CareGaps(
        TenantClients clients,
        TimeProvider clock
    ) =>
        new()
        {
            Api = LegacySolution.Registries,
            View = ChartView.CareGaps,
            Read = (session, cancellation) => Programs(clients, clock, session, cancellation),
            // The answer names no patient.
            PatientOf = _ => null,
        };

    private static async IAsyncEnumerable<Page<RegistryProgram>> Programs(
        TenantClients clients,
        TimeProvider clock,
        Sessions.ChartSession session,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var registries = await clients
            .Of(session)
            .Registries.GetAsync(
                session.PopulationId,
                session.PatientId,
                MeasureStatusFilter.All,
                cancellation
            );
        yield return new Page<RegistryProgram>
        {
            Items = registries?.Programs ?? [],
            HasMore = false,
            ReceivedAt = clock.GetUtcNow(),
        };
    }

    /// <summary>
    /// What models say of the patient's risk: the registries' scores, and the persistent condition categories where the
    /// configuration names the tenant's pipeline for them.
    /// </summary>
    public static SectionDefinition<RiskStatement> Risk(
        TenantClients clients,
        TimeProvider clock
    ) =>
        new()
        {
            Api = LegacySolution.Registries,
            View = ChartView.CareGaps,
            Read = (session, cancellation) => Risks(clients, clock, session, cancellation),
            // Neither answer names a patient.
            PatientOf = _ => null,
        };

    private static async IAsyncEnumerable<Page<RiskStatement>> Risks(
        TenantClients clients,
        TimeProvider clock,
        Sessions.ChartSession session,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        PersonRegistries? registries = null;
        try
        {
            registries = await clients
                .Of(session)
                .Registries.GetAsync(
                    session.PopulationId,
                    session.PatientId,
                    MeasureStatusFilter.All,
                    cancellation
                );
        }
        catch (NotFoundException)
        {
            // A tenant without registries offers no score; the care gaps say that there are none.
        }
        yield return new Page<RiskStatement>
        {
            Items = registries is null ? [] : RiskStatement.Of(registries),
            HasMore = session.Tenant.HccPipelineId is not null,
            ReceivedAt = clock.GetUtcNow(),
        };
        if (session.Tenant.HccPipelineId is not { } pipeline)
            yield break;
        await foreach (
            var page in clients
                .Of(session)
                .Hccs.ListPersistentAsync(
                    pipeline,
                    session.PatientId,
                    cancellationToken: cancellation
                )
        )
            yield return new Page<RiskStatement>
            {
                Items =
                [
                    .. page.Items.Select(category => new RiskStatement(RiskKind.Category)
                    {
                        Category = category,
                    }),
                ],
                PatientId = page.PatientId,
                HasMore = page.HasMore,
                ReceivedAt = page.ReceivedAt,
                CorrelationId = page.CorrelationId,
            };
    }

    private static Func<
        Sessions.ChartSession,
        CancellationToken,
        IAsyncEnumerable<Page<TRecord>>
    > Reader<TRecord>(Func<Sessions.ChartSession, RecordApi<TRecord>> source)
        where TRecord : ClinicalRecord =>
        (session, cancellation) =>
            source(session)
                .ListAsync(
                    session.PopulationId,
                    session.PatientId,
                    new RecordQuery { Prefetch = true },
                    cancellation
                );

    private static string? PatientOf(ClinicalRecord record) => record.Patient?.Id;

    private static RecordColumn<TRecord> OfDay<TRecord>(
        Phrase header,
        Func<TRecord, PartialDate?> when
    ) =>
        new(header, record => when(record) is { } day ? ClinicalDate.Day(day) : null)
        {
            When = when,
        };
}

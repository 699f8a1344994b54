using HeiChartViewer.Web.Audit;
using Microsoft.EntityFrameworkCore;

namespace HeiChartViewer.Web.Storage;

/// <summary>What the viewer itself keeps. Never a record of a patient: those are HealtheIntent's.</summary>
public sealed class ViewerDbContext(DbContextOptions<ViewerDbContext> options) : DbContext(options)
{
    /// <summary>The audit log; only <see cref="IAuditLog"/> adds to it.</summary>
    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    /// <summary>The signed launches that were used.</summary>
    public DbSet<UsedLaunch> UsedLaunches => Set<UsedLaunch>();

    /// <summary>Whose sessions were ended, for the processes that share the database.</summary>
    public DbSet<UserEnd> UserEnds => Set<UserEnd>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new AuditEventConfiguration());
        modelBuilder.Entity<UsedLaunch>().HasKey(launch => launch.Key);
        modelBuilder.Entity<UserEnd>().HasIndex(end => end.WrittenAt);
    }
}

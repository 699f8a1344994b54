using HeiChartViewer.Web.Storage;

namespace HeiChartViewer.Tests.Unit.Web.Storage;

public sealed class SqliteStoreTests : ViewerStoreTests
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("store-");

    public override Task InitializeAsync() => Task.CompletedTask;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    protected override ViewerStore Open() =>
        new SqliteStore(Path.Combine(_folder.FullName, "audit.db"));
}

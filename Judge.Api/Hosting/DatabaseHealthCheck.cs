using Dapper;
using Judge.Api.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Judge.Api.Hosting;

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseHealthCheck(Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteScalarAsync<int>("select count(*) from accounts");
        return HealthCheckResult.Healthy();
    }
}

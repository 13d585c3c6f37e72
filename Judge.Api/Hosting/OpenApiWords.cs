using Microsoft.OpenApi;

namespace Judge.Api.Hosting;

/// <summary>Tells the OpenAPI document of what an endpoint reads by hand, without having the framework check it first.</summary>
internal static class OpenApiWords
{
    public static RouteHandlerBuilder TakesJson<T>(this RouteHandlerBuilder endpoint) => endpoint.AddOpenApiOperationTransformer(
        async (operation, context, cancellationToken) => operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/json"] = new() { Schema = await context.GetOrCreateSchemaAsync(typeof(T), cancellationToken: cancellationToken) },
            },
        });

    public static RouteHandlerBuilder TakesQuery(this RouteHandlerBuilder endpoint, string name, string description) =>
        endpoint.Takes(ParameterLocation.Query, name, description);

    public static RouteHandlerBuilder TakesHeader(this RouteHandlerBuilder endpoint, string name, string description) =>
        endpoint.Takes(ParameterLocation.Header, name, description);

    private static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, ParameterLocation where, string name, string description) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name, In = where, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
            return Task.CompletedTask;
        });
}

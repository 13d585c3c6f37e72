namespace Judge.Api.Hosting;

/// <summary>An answer whose JSON is written out already.</summary>
internal sealed class JsonBytes(ReadOnlyMemory<byte> json, int status) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = json.Length;
        await httpContext.Response.Body.WriteAsync(json, httpContext.RequestAborted);
    }
}

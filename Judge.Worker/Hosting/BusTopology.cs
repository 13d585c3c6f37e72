using System.Diagnostics;
using System.Net.Sockets;
using Judge.Contracts;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Judge.Worker.Hosting;

/// <summary>The bus as both programs set it up: transport by connection string, queues with the same arguments from either side.</summary>
internal static class BusTopology
{
    /// <summary>After this the attempt is made all the same, so that its error is logged.</summary>
    private static readonly TimeSpan BrokerPatience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan SendPatience = TimeSpan.FromSeconds(5);

    /// <summary>For RabbitMQ: the broker returns a message that no queue takes instead of dropping it, and the send fails.</summary>
    private static void RequireQueue(SendContext context)
    {
        if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit)) rabbit.Mandatory = true;
    }

    /// <summary>Sends to a queue by its exchange (an address of a queue would declare it without our arguments), confirmed by the
    /// broker, mandatory, and within five seconds. What took longer may still arrive. A broker that is known to be away is not asked.</summary>
    public static Task SendAsync(this IBus bus, string queue, object message, CancellationToken cancellationToken) =>
        bus.SendAsync(queue, message, _ => { }, cancellationToken);

    /// <summary>The same for a message about which there is more to say.</summary>
    public static async Task SendAsync(this IBus bus, string queue, object message, Action<SendContext> describe, CancellationToken cancellationToken)
    {
        if (bus is IBusControl control && control.CheckHealth() is { Status: BusHealthStatus.Unhealthy } health) throw new IOException(health.Description);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(SendPatience);
        var endpoint = await bus.GetSendEndpoint(new Uri($"exchange:{queue}")).WaitAsync(patience.Token);
        // Not to be cancelled: RabbitMQ.Client gives up its wait for the answer to a declaration, takes that answer for the next one's, and the
        // channel never recovers.
        await endpoint.Send(message, message.GetType(), Pipe.Execute<SendContext>(Describe), CancellationToken.None).WaitAsync(patience.Token);

        void Describe(SendContext context)
        {
            RequireQueue(context);
            describe(context);
        }
    }

    /// <summary>Chooses the transport: the in-process one when <paramref name="address"/> is null, else RabbitMQ.</summary>
    /// <param name="configurator">The bus being registered.</param>
    /// <param name="address"><c>amqp://…</c> or null.</param>
    /// <param name="endpoints">Adds the receive endpoints, the same way for either transport.</param>
    public static void UseTransport(
        this IBusRegistrationConfigurator configurator, Uri? address, Action<IBusRegistrationContext, IBusFactoryConfigurator> endpoints)
    {
        configurator.DisableUsageTelemetry();
        configurator.AddOptions<MassTransitHostOptions>().Configure(o =>
        {
            // The API serves and the worker waits while the broker is away; neither start depends on it.
            o.WaitUntilStarted = false;
            o.StopTimeout = TimeSpan.FromSeconds(25);
        });
        if (address is null)
        {
            configurator.UsingInMemory((context, bus) => endpoints(context, bus));
            return;
        }

        configurator.UsingRabbitMq((context, bus) =>
        {
            bus.Host(address, h =>
            {
                h.PublisherConfirmation = true;
                h.Heartbeat(TimeSpan.FromSeconds(10));
                // MassTransit's own pauses between attempts grow to 30 s and cannot be set; waiting here for the port keeps
                // the time from the broker's return to ours near a second.
                h.OnRefreshConnectionFactory = factory => WaitForBrokerAsync(factory.HostName, factory.Port);
            });
            bus.PublishTopology.BrokerTopologyOptions = PublishBrokerTopologyOptions.FlattenHierarchy;
            endpoints(context, bus);
        });
    }

    private static async Task WaitForBrokerAsync(string host, int port)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < BrokerPatience)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(host, port).WaitAsync(TimeSpan.FromSeconds(5));
                return;
            }
            catch (Exception e) when (e is SocketException or TimeoutException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500));
            }
        }
    }

    /// <summary>A queue that survives the broker: quorum, so that it may be replicated.</summary>
    public static void Durable(IReceiveEndpointConfigurator endpoint)
    {
        endpoint.ConfigureConsumeTopology = false;
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit) rabbit.SetQuorumQueue();
    }

    /// <summary>A tier's work queue. What the broker delivered too often goes to the dead letters, which the API answers for.</summary>
    /// <param name="endpoint">The endpoint of <see cref="QueueNames.Judge(Tier)"/>.</param>
    /// <param name="slots">Prefetch and concurrency: a slow worker must not hoard.</param>
    public static void WorkQueue(IReceiveEndpointConfigurator endpoint, int slots)
    {
        Durable(endpoint);
        endpoint.PrefetchCount = slots;
        endpoint.ConcurrentMessageLimit = slots;
        endpoint.PublishFaults = false;
        // What nobody here can read goes to the dead letters too.
        endpoint.RethrowFaultedMessages();
        endpoint.ThrowOnSkippedMessages();
        if (endpoint is not IRabbitMqReceiveEndpointConfigurator rabbit) return;
        rabbit.SetQueueArgument("x-delivery-limit", QueueNames.DeliveryLimit);
        rabbit.BindDeadLetterQueue(QueueNames.DeadLetters, QueueNames.DeadLetters, q => q.SetQuorumQueue());
    }
}
